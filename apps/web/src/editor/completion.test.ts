import type { ServiceEntry } from '@iam-canvas/core/lint'
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { completeAt } from './completion.ts'
import { explainAt } from './explain-at.ts'
import { placeAt } from './place-at.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

const s3: ServiceEntry = {
  prefix: 's3',
  name: 'Amazon S3',
  actions: new Map(
    [
      { name: 'GetObject', types: ['object'], keys: [] },
      { name: 'GetObjectAcl', types: ['object'], keys: [] },
      { name: 'GetObjectTagging', types: ['object'], keys: [] },
      { name: 'ListBucket', types: ['bucket'], keys: ['s3:prefix'] },
    ].map(({ name, types, keys }) => [
      name.toLowerCase(),
      {
        name,
        level: name === 'ListBucket' ? ('List' as const) : ('Read' as const),
        description: `Grants permission to ${name}`,
        resourceTypes: types,
        conditionKeys: keys,
      },
    ]),
  ),
  resourceTypes: new Map([
    ['bucket', { name: 'bucket', arns: ['arn:${Partition}:s3:::${BucketName}'] }],
    ['object', { name: 'object', arns: ['arn:${Partition}:s3:::${BucketName}/${ObjectName}'] }],
  ]),
  conditionKeys: new Map([['s3:prefix', { key: 's3:prefix', type: 'String' }]]),
}

const words: Vocabulary = {
  kind: 'identity',
  account: '111122223333',
  resources: [{ text: 'arn:aws:s3:::reports', label: 'reports' }],
  principals: [{ text: 'arn:aws:iam::111122223333:user/ana', label: 'user ana' }],
  services: async () => [{ prefix: 's3', name: 'Amazon S3' }],
  service: async prefix => (prefix === 's3' ? s3 : undefined),
  typeOf: async arn => (arn.startsWith('arn:aws:s3:') ? { service: 'Amazon S3', type: 'bucket' } : undefined),
  pages: {
    service: name => `https://docs.aws.amazon.com/${name}`,
    action: (name, action) => `https://docs.aws.amazon.com/${name}#${action}`,
    type: (name, type) => `https://docs.aws.amazon.com/${name}#${type}`,
    key: (name, key) => `https://docs.aws.amazon.com/${name}#${key}`,
  },
  openAction: () => undefined,
}

/** The state of a text in which `|` is the cursor. */
function at(text: string, changed: Partial<Vocabulary> = {}) {
  const pos = text.indexOf('|')
  const state = EditorState.create({
    doc: text.replace('|', ''),
    extensions: [json(), vocabulary.of({ ...words, ...changed })],
  })
  return { state, pos }
}

async function offered(text: string, changed: Partial<Vocabulary> = {}): Promise<readonly string[]> {
  const { state, pos } = at(text, changed)
  const result: CompletionResult | null = await completeAt(new CompletionContext(state, pos, false))
  return result?.options.map(({ label }) => label) ?? []
}

const statement = (rest: string) => `{"Statement":[{"Effect":"Allow",${rest}}]}`

describe('the place of a position', () => {
  it.each([
    ['{"Statement":[{"Act|"}]}', ['Statement', 0], 'name'],
    ['{"Statement":[{}, {"Action":["a","|"]}]}', ['Statement', 1, 'Action', 1], 'value'],
    ['{"Statement":{"Action":"s3:|"', ['Statement', 'Action'], 'value'],
    ['{"Statement":[{"Condition":{"Bool":{"aws:|"', ['Statement', 0, 'Condition', 'Bool'], 'name'],
    ['{"Ver|"}', [], 'name'],
  ])('%s', (text, path, role) => {
    const { state, pos } = at(text)
    expect(placeAt(state, pos)).toMatchObject({ path, role })
  })
})

describe('completion offers', () => {
  it('the elements of a policy and of a statement, those of its kind only', async () => {
    expect(await offered('{"|"}')).toEqual(['Version', 'Id', 'Statement'])
    expect(await offered('{"Statement":[{"|"}]}')).not.toContain('Principal')
    expect(await offered('{"Statement":[{"|"}]}', { kind: 'trust' })).toContain('Principal')
    expect(await offered('{"Statement":[{"|"}]}', { kind: 'trust' })).not.toContain('Resource')
    expect(await offered('{"Statement":[{"Effect":"|"}]}')).toEqual(['Allow', 'Deny'])
  })

  it('services, and behind the colon their actions and families', async () => {
    expect(await offered(statement('"Action":"|"'))).toEqual(['s3:'])
    expect(await offered(statement('"Action":["s3:Get|"]'))).toEqual([
      's3:GetObject',
      's3:GetObjectAcl',
      's3:GetObjectTagging',
      's3:ListBucket',
      's3:Get*',
      's3:*',
    ])
    expect(await offered(statement('"Action":"nothing:|"'))).toEqual([])
  })

  it('the model’s resources and the ARNs of the types that the actions take', async () => {
    expect(await offered(statement('"Action":"s3:GetObject","Resource":"|"'))).toEqual([
      'arn:aws:s3:::reports',
      'arn:aws:s3:::*/*',
      '*',
    ])
  })

  it('operators, the keys that the actions carry first, and values of the key’s type', async () => {
    expect(await offered(statement('"Condition":{"|"}'))).toContain('ForAnyValue:StringLike')
    const keys = await offered(statement('"Action":"s3:ListBucket","Condition":{"StringLike":{"|"}}'))
    expect(keys[0]).toBe('s3:prefix')
    expect(keys).toContain('aws:PrincipalTag/')
    expect(await offered(statement('"Condition":{"Bool":{"aws:SecureTransport":"|"}}'))).toEqual([
      'true',
      'false',
    ])
    expect(await offered(statement('"Condition":{"ArnLike":{"aws:PrincipalArn":"|"}}'))).toEqual([
      'arn:aws:iam::111122223333:user/ana',
    ])
  })

  it('principals of the model, and variables inside of a text', async () => {
    expect(await offered(statement('"Principal":{"AWS":"|"}'))).toEqual([
      'arn:aws:iam::111122223333:user/ana',
      '*',
    ])
    expect(await offered(statement('"Principal":{"Service":"|"}'))).toContain('lambda.amazonaws.com')
    expect(await offered(statement('"Resource":"arn:aws:s3:::b/${aws:u|"'))).toContain('${aws:username}')
  })
})

describe('hovering explains', () => {
  const explained = async (text: string) => {
    const { state, pos } = at(text)
    return explainAt(state, pos)
  }

  it('what a wildcard covers, and what an action does', async () => {
    expect(await explained(statement('"Action":"s3:G|et*"'))).toMatchObject({
      lines: ['3 actions of Amazon S3: 3 Read.'],
      rows: [
        ['GetObject', 'Read'],
        ['GetObjectAcl', 'Read'],
        ['GetObjectTagging', 'Read'],
      ],
      page: { href: 'https://docs.aws.amazon.com/Amazon S3' },
    })
    expect((await explained(statement('"Action":"s3:G|etObject"')))?.lines).toEqual([
      'Grants permission to GetObject.',
      'Read. Asked of: object.',
    ])
  })

  it('the parts of an ARN, an operator, and a key', async () => {
    expect((await explained(statement('"Resource":"arn:aws:s|3:::reports"')))?.rows?.[1]).toEqual([
      'Service',
      's3',
    ])
    expect((await explained(statement('"Condition":{"Str|ingLike":{}}')))?.lines).toEqual([
      'Matches one of the values, in which * and ? are wildcards.',
    ])
    expect(
      (await explained(statement('"Condition":{"Bool":{"aws:Se|cureTransport":"true"}}')))?.lines,
    ).toEqual(['Type: Bool.'])
    expect(await explained(statement('"Sid":"S|"'))).toBeUndefined()
  })

  it('principals, and what a value is compared with', async () => {
    expect((await explained(statement('"Principal":"|*"')))?.lines).toEqual([
      'Everyone, also without an AWS account.',
    ])
    expect(
      (await explained(statement('"Principal":{"AWS":"arn:aws:iam::1111|22223333:role/deploy"}')))?.rows?.at(
        -1,
      ),
    ).toEqual(['Resource', 'role/deploy'])
    expect(
      await explained(statement('"Condition":{"IpAddress":{"aws:SourceIp":"10.0|.0.0/8"}}')),
    ).toMatchObject({
      title: '10.0.0.0/8',
      lines: ['IpAddress: Lies in one of the address ranges.'],
    })
    expect(
      await explained(statement('"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:s3:::re|ports*"}}')),
    ).toMatchObject({
      lines: ['ArnLike: Is an ARN that matches one of the values, part by part.', 'A bucket of Amazon S3.'],
      rows: expect.arrayContaining([['Resource', 'reports* (* is any text)']]),
    })
  })
})
