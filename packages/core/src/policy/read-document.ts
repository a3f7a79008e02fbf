import type { Node } from 'jsonc-parser'
import type { PolicyDocument, Statement } from './document.ts'
import { membersOf, type Report, reportUnknown } from './members.ts'
import { readStatement } from './read-statement.ts'

const documentElements = ['Version', 'Id', 'Statement'] as const
const versions = new Set(['2012-10-17', '2008-10-17'])

/** Reads the tree of a policy text, reporting what is wrong with it. `text` is what the tree was made of. */
export function readDocument(root: Node, text: string, report: Report): PolicyDocument {
  if (root.type !== 'object') {
    const message = 'a policy is a JSON object with `Version` and `Statement`'
    report('not-a-policy', 'error', message, '', root)
    return { statements: [] }
  }
  const members = membersOf(root)
  reportUnknown(members, documentElements, '', report)
  const version = members.get('Version')
  if (version && !versions.has(version.value)) {
    const message = 'the version is `2012-10-17`, or `2008-10-17` in old policies'
    report('unknown-version', 'error', message, '/Version', version)
  }
  if (!version && members.has('Statement')) {
    const message = 'without `"Version": "2012-10-17"` policy variables are plain text'
    report('missing-version', 'warning', message, '', root)
  }
  const id = members.get('Id')
  if (id && id.type !== 'string') report('wrong-type', 'error', '`Id` is a text', '/Id', id)
  return {
    ...(version?.type === 'string' && { version: String(version.value) }),
    ...(id?.type === 'string' && { id: String(id.value) }),
    statements: readStatements(root, members.get('Statement'), text, report),
  }
}

function readStatements(root: Node, node: Node | undefined, text: string, report: Report): Statement[] {
  if (!node) {
    report('missing-statement', 'error', 'a policy needs a `Statement`', '', root)
    return []
  }
  if (node.type === 'object') return [readStatement(node, '/Statement', text, report)]
  if (node.type !== 'array') {
    report('wrong-type', 'error', '`Statement` is an object or a list of objects', '/Statement', node)
    return []
  }
  return (node.children ?? []).flatMap((child, index) => {
    const at = `/Statement/${index}`
    if (child.type === 'object') return [readStatement(child, at, text, report)]
    report('wrong-type', 'error', 'a statement is an object in braces', at, child)
    return []
  })
}
