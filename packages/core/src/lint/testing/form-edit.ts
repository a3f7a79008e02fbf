import fc from 'fast-check'
import type { ConditionEntry, ParsedPolicy, PrincipalType, Statement } from '../../policy/document.ts'
import {
  addCondition,
  addConditionValue,
  changeCondition,
  changeKey,
  changeOperator,
  changeValue,
  removeCondition,
  removeConditionValue,
} from '../condition-edits.ts'
import { addPrincipal, changePrincipal, removePrincipal, setPrincipalNot } from '../principal-edits.ts'
import { parentOf } from '../said-check.ts'
import { addValues, type Edits, removeValues, setEffect, setSid } from '../statement-edits.ts'
import { minimalEdit } from '../text-edit.ts'

/** A statement as plain values, to be compared before and after. */
export const valuesOf = ({ sid, effect, principal, action, resource, conditions }: Statement) => ({
  sid: sid ?? '',
  effect,
  // Everyone may stand alone or under `AWS`: that is the same.
  principal: principal && {
    not: principal.not,
    values: principal.values.map(({ type, text }) => `${type === '*' ? 'AWS' : type} ${text}`),
  },
  action: action && { not: action.not, values: action.values.map(({ text }) => text) },
  resource: resource && { not: resource.not, values: resource.values.map(({ text }) => text) },
  conditions: conditions.map(({ operator, key, values }) => ({
    operator,
    key,
    values: values.map(({ text }) => text),
  })),
})

export type Values = ReturnType<typeof valuesOf>
type Listed = Values['action']

/** What of the text an edit may take out or replace; everything else of it stays, and what is new is put between. */
export interface Touched {
  /** Values, or properties with their names: each goes with one comma and the blanks around that. */
  readonly gone?: readonly string[]
  /** Values and names that become others, at their place. */
  readonly values?: readonly string[]
  readonly names?: readonly string[]
  /** What goes and comes again elsewhere: character by character what it was. */
  readonly moved?: readonly string[]
}

export interface FormEdit {
  readonly name: string
  readonly edits: (parsed: ParsedPolicy, statement: Statement) => Edits
  readonly touches: (statement: Statement) => Touched
  /** What the statement should then be. */
  readonly expected: (before: Values) => Values
}

const word = fc.constantFrom('s3:GetObject', 's3:PutObject', 'dynamodb:Query', '*', 'a "quoted" \\ word', 'é')
const element = fc.constantFrom('action' as const, 'resource' as const)
const pick = fc.nat(5)
const operator = fc.constantFrom('StringEquals', 'StringLike', 'Bool', 'ForAnyValue:StringLike', 'IpAddress')
const key = fc.constantFrom(
  'aws:username',
  'aws:PrincipalTag/a~b',
  'aws:SourceIp',
  'aws:MultiFactorAuthPresent',
)
const principal = fc.constantFrom<readonly [PrincipalType, string]>(
  ['AWS', '*'],
  ['AWS', 'arn:aws:iam::111122223333:role/deploy'],
  ['AWS', '444455556666'],
  ['Service', 'lambda.amazonaws.com'],
  ['Federated', 'cognito-identity.amazonaws.com'],
)

const nothing = (): Touched => ({})
const sidPlace = ({ at, sid }: Statement) => (sid === undefined ? [] : [`${at}/Sid`])

const more = (list: Listed, values: readonly string[]): Listed => ({
  not: list?.not ?? false,
  values: [...(list?.values ?? []), ...values.filter(value => !list?.values.includes(value))],
})

const without = (list: Listed, gone: readonly string[]): Listed =>
  list && { ...list, values: list.values.filter(value => !gone.includes(value)) }

/** A number picks one of however many there are. */
const placeIn = (values: readonly unknown[], at: number) => (values.length === 0 ? 0 : at % values.length)

const nth = <T>(values: readonly T[] | undefined, at: number): T | undefined => values?.[placeIn(values, at)]

const picked = <T>(values: readonly T[], picks: readonly number[]): readonly T[] =>
  picks.flatMap(at => nth(values, at) ?? [])

const changed = <T>(values: readonly T[], at: number, ...now: readonly T[]): T[] =>
  values.toSpliced(placeIn(values, at), 1, ...now)

const setEffects = fc.constantFrom('Allow' as const, 'Deny' as const).map(
  (effect): FormEdit => ({
    name: `effect ${effect}`,
    edits: (parsed, statement) => setEffect(parsed, statement, effect),
    touches: ({ at }) => ({ values: [`${at}/Effect`] }),
    expected: before => ({ ...before, effect }),
  }),
)

const setSids = fc.constantFrom('', 'Read', 'Write').map(
  (sid): FormEdit => ({
    name: `sid ${sid}`,
    edits: (parsed, statement) => setSid(parsed, statement, sid),
    touches: statement => (sid === '' ? { gone: sidPlace(statement) } : { values: sidPlace(statement) }),
    expected: before => ({ ...before, sid }),
  }),
)

const addListed = fc.tuple(element, fc.uniqueArray(word, { minLength: 1, maxLength: 3 })).map(
  ([which, values]): FormEdit => ({
    name: `add ${which} ${values.join()}`,
    edits: (parsed, statement) => addValues(parsed, statement, which, values),
    touches: nothing,
    expected: before => ({ ...before, [which]: more(before[which], values) }),
  }),
)

const removeListed = fc.tuple(element, fc.array(pick, { minLength: 1, maxLength: 4 })).map(
  ([which, picks]): FormEdit => ({
    name: `remove ${which} ${picks.join()}`,
    edits: (parsed, statement) => {
      const texts = statement[which]?.values.map(({ text }) => text) ?? []
      return removeValues(parsed, statement, which, picked(texts, picks))
    },
    touches: statement => {
      const values = statement[which]?.values ?? []
      const texts = picked(values, picks).map(({ text }) => text)
      return { gone: values.filter(({ text }) => texts.includes(text)).map(({ at }) => at) }
    },
    expected: before => ({
      ...before,
      [which]: without(before[which], picked(before[which]?.values ?? [], picks)),
    }),
  }),
)

const changeListed = fc.tuple(element, pick, word).map(
  ([which, at, text]): FormEdit => ({
    name: `change ${which} ${at} to ${text}`,
    edits: (parsed, statement) => {
      const value = nth(statement[which]?.values, at)
      return value && changeValue(parsed, value, text)
    },
    touches: statement => ({ values: picked(statement[which]?.values ?? [], [at]).map(value => value.at) }),
    expected: before => ({
      ...before,
      [which]: before[which] && {
        ...before[which],
        values: changed(before[which].values, at, text),
      },
    }),
  }),
)

const addPrincipals = principal.map(
  ([type, text]): FormEdit => ({
    name: `add principal ${type} ${text}`,
    edits: (parsed, statement) => addPrincipal(parsed, statement, type, text),
    touches: nothing,
    expected: before => ({ ...before, principal: more(before.principal, [`${type} ${text}`]) }),
  }),
)

/** With its type, where it is the only one of it. */
const principalPlace = ({ principal: found }: Statement, at: number): readonly string[] => {
  const value = nth(found?.values, at)
  if (!found || !value) return []
  return found.values.filter(({ type }) => type === value.type).length > 1
    ? [value.at]
    : [`${found.at}/${value.type}`]
}

const removePrincipals = pick.map(
  (at): FormEdit => ({
    name: `remove principal ${at}`,
    edits: (parsed, statement) => {
      const value = nth(statement.principal?.values, at)
      return value && removePrincipal(parsed, statement, value)
    },
    touches: statement => ({ gone: principalPlace(statement, at) }),
    expected: before => ({
      ...before,
      principal: before.principal && {
        ...before.principal,
        values: changed(before.principal.values, at),
      },
    }),
  }),
)

const changePrincipals = fc.tuple(pick, principal).map(
  ([at, [type, text]]): FormEdit => ({
    name: `change principal ${at} to ${type} ${text}`,
    edits: (parsed, statement) => {
      const value = nth(statement.principal?.values, at)
      return value && changePrincipal(parsed, statement, value, type, text)
    },
    touches: statement => {
      const value = nth(statement.principal?.values, at)
      if (!statement.principal || !value) return {}
      if (value.type === type || value.at === statement.principal.at) return { values: [value.at] }
      const alone = principalPlace(statement, at).filter(place => place !== value.at)
      return { gone: principalPlace(statement, at), values: [value.at], names: alone }
    },
    expected: before => ({
      ...before,
      principal: before.principal && {
        ...before.principal,
        values: changed(before.principal.values, at, `${type} ${text}`),
      },
    }),
  }),
)

const turnPrincipals = fc.boolean().map(
  (not): FormEdit => ({
    name: `principal ${not ? 'not' : 'again'}`,
    edits: (parsed, statement) => setPrincipalNot(parsed, statement, not),
    touches: statement => ({ names: statement.principal ? [statement.principal.at] : [] }),
    expected: before => ({ ...before, principal: before.principal && { ...before.principal, not } }),
  }),
)

const addConditions = fc.tuple(operator, key, word).map(
  ([test, name, value]): FormEdit => ({
    name: `add condition ${test} ${name}`,
    edits: (parsed, statement) => addCondition(parsed, statement, test, name, value),
    touches: nothing,
    expected: before => {
      const same = before.conditions.find(entry => entry.operator === test && entry.key === name)
      const conditions = same
        ? before.conditions.map(entry =>
            entry === same ? { ...entry, values: [...entry.values, value] } : entry,
          )
        : [...before.conditions, { operator: test, key: name, values: [value] }]
      return { ...before, conditions }
    },
  }),
)

/** An edit of one condition, the `at`-th. */
const ofCondition = (
  name: string,
  at: number,
  edits: (parsed: ParsedPolicy, entry: ConditionEntry, statement: Statement) => Edits,
  touches: (entry: ConditionEntry, statement: Statement) => Touched,
  expected: (before: Values['conditions'][number]) => Values['conditions'],
): FormEdit => ({
  name: `${name} of condition ${at}`,
  edits: (parsed, statement) => {
    const entry = nth(statement.conditions, at)
    return entry && edits(parsed, entry, statement)
  },
  touches: statement => {
    const entry = nth(statement.conditions, at)
    return entry ? touches(entry, statement) : {}
  },
  expected: before => ({
    ...before,
    conditions: before.conditions.flatMap((entry, index) =>
      index === placeIn(before.conditions, at) ? expected(entry) : [entry],
    ),
  }),
})

/** With its operator, and with the element, where nothing else is in them. */
const conditionPlace = ({ at }: ConditionEntry, { conditions }: Statement): string => {
  const others = conditions.filter(other => other.at !== at)
  if (others.length === 0) return parentOf(parentOf(at))
  return others.some(other => parentOf(other.at) === parentOf(at)) ? at : parentOf(at)
}

const removeConditions = pick.map(at =>
  ofCondition(
    'all',
    at,
    (parsed, entry, statement) => removeCondition(parsed, statement, entry),
    (entry, statement) => ({ gone: [conditionPlace(entry, statement)] }),
    () => [],
  ),
)

const changeOperators = fc.tuple(pick, operator).map(([at, test]) =>
  ofCondition(
    `operator ${test}`,
    at,
    (parsed, entry, statement) => changeOperator(parsed, statement, entry, test),
    (entry, { conditions }) => {
      const place = parentOf(entry.at)
      const shared = conditions.some(other => other !== entry && parentOf(other.at) === place)
      return { names: [place], gone: [shared ? entry.at : place], moved: [entry.at] }
    },
    before => [{ ...before, operator: test }],
  ),
)

const changeKeys = fc.tuple(pick, key).map(([at, name]) =>
  ofCondition(
    `key ${name}`,
    at,
    (parsed, entry, statement) => changeKey(parsed, statement, entry, name),
    entry => ({ names: [entry.at] }),
    before => [{ ...before, key: name }],
  ),
)

/** Operator, key and a value at once, as a form does where one without the other would not be sound. */
const changeConditions = fc.tuple(pick, operator, key, word).map(([at, test, name, value]) =>
  ofCondition(
    `operator ${test}, key ${name}, value ${value}`,
    at,
    (parsed, entry, statement) => {
      const values = changed(
        entry.values.map(({ text }) => text),
        0,
        value,
      )
      const text = changeCondition(parsed, statement, entry, { operator: test, key: name, values })
      const edit = text === undefined ? undefined : minimalEdit(parsed.text, text)
      return edit && [edit]
    },
    (_, { at: place }) => ({ values: [`${place}/Condition`] }),
    before => [{ operator: test, key: name, values: changed(before.values, 0, value) }],
  ),
)

const addConditionValues = fc.tuple(pick, word).map(([at, value]) =>
  ofCondition(
    `value ${value} more`,
    at,
    (parsed, entry) => addConditionValue(parsed, entry, value),
    nothing,
    before => [{ ...before, values: [...before.values, value] }],
  ),
)

const removeConditionValues = fc.tuple(pick, pick).map(([at, index]) =>
  ofCondition(
    `value ${index} less`,
    at,
    (parsed, entry) => {
      const value = nth(entry.values, index)
      return value && removeConditionValue(parsed, entry, value)
    },
    ({ values }) => ({ gone: picked(values, [index]).map(value => value.at) }),
    before => [{ ...before, values: changed(before.values, index) }],
  ),
)

const changeConditionValues = fc
  .tuple(pick, pick, fc.oneof(word, fc.constantFrom('true', '17', '1.50', '-0x1')))
  .map(([at, index, text]) =>
    ofCondition(
      `value ${index} to ${text}`,
      at,
      (parsed, entry) => {
        const value = nth(entry.values, index)
        return value && changeValue(parsed, value, text)
      },
      ({ values }) => ({ values: picked(values, [index]).map(value => value.at) }),
      before => [{ ...before, values: changed(before.values, index, text) }],
    ),
  )

/** Everything that the form beside a text can do to a statement. */
export const formEdit: fc.Arbitrary<FormEdit> = fc.oneof(
  setEffects,
  setSids,
  addListed,
  removeListed,
  changeListed,
  addPrincipals,
  removePrincipals,
  changePrincipals,
  turnPrincipals,
  addConditions,
  removeConditions,
  changeOperators,
  changeKeys,
  addConditionValues,
  removeConditionValues,
  changeConditionValues,
  changeConditions,
)
