import type { Node } from 'jsonc-parser'
import type {
  ConditionEntry,
  Effect,
  ElementOf,
  Located,
  PrincipalType,
  PrincipalValue,
  Statement,
} from './document.ts'
import { escapeName } from './json-places.ts'
import { membersOf, nameOf, type Report, reportUnknown } from './members.ts'

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const

const principalTypes: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser']

/** Reads one statement. It is evaluable when nothing about it was an error. `text` is what the tree was made of. */
export function readStatement(node: Node, at: string, text: string, reportAll: Report): Statement {
  let sound = true
  const report: Report = (code, severity, ...rest) => {
    if (severity === 'error') sound = false
    reportAll(code, severity, ...rest)
  }
  const members = membersOf(node)
  reportUnknown(members, elements, at, report)
  const effect = readEffect(members.get('Effect'), node, at, report)
  const sid = members.get('Sid')
  if (sid && sid.type !== 'string') report('wrong-type', 'error', '`Sid` is a text', `${at}/Sid`, sid)

  const either = (name: 'Action' | 'Resource' | 'Principal') => {
    const plain = members.get(name)
    const negated = members.get(`Not${name}`)
    if (plain && negated) {
      const message = `a statement has \`${name}\` or \`Not${name}\`, not both: take one out`
      report('both-forms', 'error', message, `${at}/Not${name}`, nameOf(negated))
    }
    const found = plain ?? negated
    return found && { node: found, at: `${at}/${plain ? name : `Not${name}`}`, not: !plain }
  }
  const action = either('Action')
  if (!action) report('missing-action', 'error', 'a statement needs `Action` or `NotAction`', at, node)
  const resource = either('Resource')
  const principal = either('Principal')
  const statement = {
    at,
    ...(sid?.type === 'string' && { sid: String(sid.value) }),
    effect,
    ...(principal && {
      principal: { ...place(principal), values: readPrincipal(principal.node, principal.at, report) },
    }),
    ...(action && { action: readTexts(action, 'an action such as `s3:GetObject`', report) }),
    ...(resource && { resource: readTexts(resource, 'an ARN or `*`', report) }),
    conditions: readConditions(members.get('Condition'), `${at}/Condition`, text, report),
  }
  return { ...statement, evaluable: sound }
}

interface Found extends Item {
  readonly not: boolean
}

const place = ({ at, not }: Found) => ({ at, not })

function readEffect(node: Node | undefined, statement: Node, at: string, report: Report): Effect {
  if (!node) {
    report('missing-effect', 'error', 'a statement needs `"Effect": "Allow"` or `"Deny"`', at, statement)
    return 'Deny'
  }
  if (node.value === 'Allow' || node.value === 'Deny') return node.value
  const meant = String(node.value).toLowerCase()
  const hint =
    meant === 'allow' ? ': did you mean `Allow`?' : meant === 'deny' ? ': did you mean `Deny`?' : ''
  const message = `the effect is \`Allow\` or \`Deny\`, spelled exactly so${hint}`
  report('unknown-effect', 'error', message, `${at}/Effect`, node)
  return meant === 'allow' ? 'Allow' : 'Deny'
}

function readTexts(found: Found, what: string, report: Report): ElementOf<Located> {
  const values = listOf(found.node, found.at).flatMap(({ node, at }): Located[] => {
    if (node.type === 'string') return [{ text: String(node.value), at }]
    report('wrong-type', 'error', `this has to be ${what} in quotes`, at, node)
    return []
  })
  return { ...place(found), values }
}

interface Item {
  readonly node: Node
  readonly at: string
}

/** A single value, or each of a list, with its place. */
function listOf(node: Node, at: string): Item[] {
  if (node.type !== 'array') return [{ node, at }]
  return (node.children ?? []).map((child, index) => ({ node: child, at: `${at}/${index}` }))
}

/** [P1] */
function readPrincipal(node: Node, at: string, report: Report): PrincipalValue[] {
  if (node.type === 'string') {
    const text = String(node.value)
    if (text === '*') return [{ type: '*', text, at }]
    // Not in the grammar, and yet people write it. [X6]
    report(
      'bare-principal',
      'warning',
      `write \`{ "AWS": "${text}" }\`: only \`*\` may stand alone`,
      at,
      node,
    )
    return [{ type: 'AWS', text, at }]
  }
  if (node.type !== 'object') {
    report('wrong-type', 'error', 'a principal is `*` or an object such as `{ "AWS": "…" }`', at, node)
    return []
  }
  const members = membersOf(node)
  reportUnknown(members, principalTypes, at, report)
  return principalTypes.flatMap(type => {
    const value = members.get(type)
    if (!value) return []
    return listOf(value, `${at}/${type}`).flatMap((item): PrincipalValue[] => {
      if (item.node.type === 'string') return [{ type, text: String(item.node.value), at: item.at }]
      report('wrong-type', 'error', 'a principal is a text in quotes', item.at, item.node)
      return []
    })
  })
}

function readConditions(node: Node | undefined, at: string, text: string, report: Report): ConditionEntry[] {
  if (!node) return []
  if (node.type !== 'object') {
    report('wrong-type', 'error', '`Condition` is an object: operator, key, value', at, node)
    return []
  }
  return [...membersOf(node)].flatMap(([operator, keys]) => {
    const operatorAt = `${at}/${escapeName(operator)}`
    if (keys.type !== 'object') {
      report('wrong-type', 'error', `\`${operator}\` needs an object of keys and values`, operatorAt, keys)
      return []
    }
    return [...membersOf(keys)].map(([key, value]): ConditionEntry => {
      const keyAt = `${operatorAt}/${escapeName(key)}`
      return {
        at: keyAt,
        operator,
        key,
        values: listOf(value, keyAt).flatMap(item => scalar(item, text, report)),
      }
    })
  })
}

/** Booleans and numbers stand in for their text, as AWS takes them; digits that a number cannot hold are kept. */
function scalar({ node, at }: Item, text: string, report: Report): Located[] {
  if (node.type === 'string') return [{ text: String(node.value), at }]
  if (node.type === 'boolean' || node.type === 'number') {
    return [{ text: text.slice(node.offset, node.offset + node.length), at }]
  }
  report('wrong-type', 'error', 'a condition value is a text, a number, `true` or `false`', at, node)
  return []
}
