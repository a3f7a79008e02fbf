import fc from 'fast-check'
import { expect, it } from 'vitest'
import type {
  ConditionEntry,
  Effect,
  PolicyDocument,
  PrincipalType,
  PrincipalValue,
  Statement,
} from './document.ts'
import { parsePolicy } from './parse.ts'
import { printPolicy } from './print.ts'

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    's3:Get*',
    'arn:aws:s3:::b/*',
    '*',
    '__proto__',
    'a/b~c',
    '${aws:username}',
    '\ud800',
    '"\\',
  ),
)
const located = word.map(text => ({ text, at: '' }))
const element = fc.record({
  at: fc.constant(''),
  not: fc.boolean(),
  values: fc.array(located, { maxLength: 3 }),
})

const types: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser']
const principal = fc.oneof(
  fc.constant<PrincipalValue[]>([{ type: '*', text: '*', at: '' }]),
  fc
    .array(fc.record({ type: fc.constantFrom(...types), text: word, at: fc.constant('') }), {
      minLength: 1,
      maxLength: 4,
    })
    // The reader lists principals by their type, in this order.
    .map((values): PrincipalValue[] => types.flatMap(type => values.filter(value => value.type === type))),
)

const conditions = fc
  .uniqueArray(fc.tuple(word, word, fc.array(located, { maxLength: 3 })), {
    selector: ([operator, key]) => `${operator}\n${key}`,
    maxLength: 4,
  })
  .map(entries =>
    entries
      .map(([operator, key, values]): ConditionEntry => ({ at: '', operator, key, values }))
      // Keys of one operator stand together in JSON, and names that look like numbers come first.
      .filter(({ operator, key }) => !/^\d+$/.test(operator) && !/^\d+$/.test(key)),
  )

const statement = fc
  .record({
    sid: fc.option(word, { nil: undefined }),
    effect: fc.constantFrom<Effect>('Allow', 'Deny'),
    principal: fc.option(principal, { nil: undefined }),
    not: fc.boolean(),
    action: element,
    resource: fc.option(element, { nil: undefined }),
    conditions,
  })
  .map(
    ({ sid, principal: values, not, resource, ...rest }): Statement => ({
      at: '',
      ...(sid !== undefined && { sid }),
      ...(values && { principal: { at: '', not, values } }),
      ...(resource && { resource }),
      ...rest,
      evaluable: true,
    }),
  )

const document = fc
  .record({
    version: fc.constantFrom('2012-10-17', '2008-10-17', undefined),
    id: fc.option(word, { nil: undefined }),
    statements: fc.array(statement, { maxLength: 3 }),
  })
  .map(
    ({ version, id, statements }): PolicyDocument => ({
      ...(version !== undefined && { version }),
      ...(id !== undefined && { id }),
      statements,
    }),
  )

/** What a document says, without where it says it. */
const said = ({ version, id, statements }: PolicyDocument) => ({
  version,
  id,
  statements: statements.map(
    ({ sid, effect, principal: who, action, resource, conditions: all, evaluable }) => ({
      sid,
      effect,
      evaluable,
      principal: who && { not: who.not, values: who.values.map(({ type, text }) => `${type} ${text}`) },
      action: action && { not: action.not, values: action.values.map(({ text }) => text) },
      resource: resource && { not: resource.not, values: resource.values.map(({ text }) => text) },
      // The order of operators and keys means nothing.
      conditions: all
        .map(({ operator, key, values }) => JSON.stringify([operator, key, values.map(({ text }) => text)]))
        .sort(),
    }),
  ),
})

it('parsing what was printed gives the same document', () => {
  fc.assert(
    fc.property(document, original => {
      expect(said(parsePolicy(printPolicy(original)).document)).toEqual(said(original))
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
  )
})

it('writes what people write: single values alone, lists as lists', () => {
  const text =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["a","b"]}}'
  expect(JSON.parse(printPolicy(parsePolicy(text).document))).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: ['a', 'b'] }],
  })
})
