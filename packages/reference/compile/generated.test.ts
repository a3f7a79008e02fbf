import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type {
  GrantsFile,
  PoliciesFile,
  PolicyFile,
  ServiceFile,
  ServicesFile,
  SourcesFile,
  VersionRow,
} from '../src/files.ts'
import { grantingPolicies, readPolicies, readServices } from '../src/managed-policies.ts'
import { actionIn, readService } from '../src/service-reference.ts'
import { readJson } from './read-json.ts'
import { strayFiles } from './what-changed.ts'

const generated = join(import.meta.dirname, '../generated')
const text = (name: string) => readFileSync(join(generated, `${name}.json`), 'utf8')
const zipped = (name: string) => gzipSync(text(name), { level: 9 }).length
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

const services = readServices(readJson<ServicesFile>(generated, 'services.json'))
const policies = readPolicies(readJson<PoliciesFile>(generated, 'policies.json'))
const service = (prefix: string) =>
  readService(prefix, readJson<ServiceFile>(generated, `services/${prefix}.json`))

describe('the compiled reference', () => {
  it('keeps to its budgets: 15 kB for the index of services, 30 for policies, 1 for a median service', () => {
    expect(zipped('services')).toBeLessThanOrEqual(15 * 1024)
    expect(zipped('policies')).toBeLessThanOrEqual(30 * 1024)
    expect(median(services.map(({ prefix }) => zipped(`services/${prefix}`)))).toBeLessThanOrEqual(1024)
    expect(median(services.map(({ prefix }) => zipped(`grants/${prefix}`)))).toBeLessThanOrEqual(1024)
    expect(zipped('actions')).toBeLessThanOrEqual(120 * 1024)
    expect(zipped('words')).toBeLessThanOrEqual(400 * 1024)
  })

  it('has a file for everything that its indexes name, and none beside', () => {
    expect(strayFiles(generated)).toEqual([])
  })

  it('counts what it says', () => {
    const said = readJson<SourcesFile>(generated, 'sources.json')
    const all = services.map(({ prefix }) => service(prefix))
    expect({
      services: all.length,
      actions: all.reduce((sum, { actions }) => sum + actions.length, 0),
      resourceTypes: all.reduce((sum, { types }) => sum + types.length, 0),
      policies: policies.length,
    }).toMatchObject({
      services: said.services,
      actions: said.actions,
      resourceTypes: said.resourceTypes,
      policies: said.policies,
    })
    expect(
      all.every(({ actions, prefix }) => actions.length === services.find(s => s.prefix === prefix)?.actions),
    ).toBe(true)
    expect(said.lengths).toEqual({ actions: text('actions').length, words: text('words').length })
    for (const source of said.sources)
      expect(source).toMatchObject({ license: 'MIT', date: /^\d{4}-\d\d-\d\d$/ })
  })

  it('knows levels, types, keys and what has no resource types', () => {
    const s3 = service('s3')
    expect(actionIn(s3, 'getobject')).toMatchObject({
      name: 'GetObject',
      level: 'Read',
      types: expect.arrayContaining([{ type: 'object', required: false }]),
    })
    expect(actionIn(s3, 'ListAllMyBuckets')).toMatchObject({ level: 'List', types: [] })
    expect(actionIn(s3, 'PutBucketPolicy')?.level).toBe('Permissions management')
    expect(actionIn(service('sqs'), 'TagQueue')?.level).toBe('Tagging')
    expect(s3.types.find(({ type }) => type === 'bucket')?.arn).toBe('arn:${Partition}:s3:::${BucketName}')
    expect(s3.keys).toContainEqual({ key: 's3:TlsVersion', type: 'Numeric' })
  })

  it('[D12] knows which services RCPs bind', () => {
    const bound = (prefix: string) => services.find(one => one.prefix === prefix)?.resourceControl
    expect(bound('s3')).toBe(true)
    expect(bound('dynamodb')).toBe(true)
    expect(bound('lambda')).toBe(false)
  })

  it('knows every policy by its ARN, and what it allows in short', () => {
    const one = (name: string) => policies.find(policy => policy.name === name)
    expect(one('AdministratorAccess')?.allows.everything).toBe(true)
    expect(one('AmazonDynamoDBReadOnlyAccess')).toMatchObject({
      arn: 'arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess',
      allows: { services: expect.arrayContaining([{ prefix: 'dynamodb', levels: ['List', 'Read'] }]) },
    })
    expect(one('AWSLambdaBasicExecutionRole')?.arn).toBe(
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    )
    const unheardOf = policies.flatMap(({ allows }) =>
      allows.services.filter(({ prefix }) => !services.some(listed => listed.prefix === prefix)),
    )
    expect(unheardOf).toEqual([])
  })

  it('tells which policies allow an action', () => {
    const s3 = service('s3')
    const names = (action: string) =>
      grantingPolicies(
        readJson<GrantsFile>(generated, 'grants/s3.json'),
        s3.actions.findIndex(({ name }) => name === action),
      ).map(index => policies[index]?.name)
    expect(names('GetObject')).toEqual(
      expect.arrayContaining([
        'AdministratorAccess',
        'AmazonS3FullAccess',
        'AmazonS3ReadOnlyAccess',
        'PowerUserAccess',
      ]),
    )
    expect(names('PutObject')).toContain('AmazonS3FullAccess')
    expect(names('PutObject')).not.toContain('AmazonS3ReadOnlyAccess')
  })

  it('tells what AWS changed from version to version, up to the one that counts', () => {
    for (const { name, versions } of policies) {
      const rows = readJson<VersionRow[]>(generated, `versions/${name}.json`)
      expect(rows).toHaveLength(versions)
      expect(rows.at(-1)?.version).toBe(readJson<PolicyFile>(generated, `policies/${name}.json`).version)
    }
    const dynamodb = readJson<VersionRow[]>(generated, 'versions/AmazonDynamoDBReadOnlyAccess.json')
    expect(dynamodb.find(({ version }) => version === 'v3')).toMatchObject({
      added: ['Allow dynamodb:ListTagsOfResource'],
    })
  })

  it('names no file outside of the alphabet of names', () => {
    for (const folder of ['services', 'words', 'grants', 'policies', 'versions']) {
      expect(readdirSync(join(generated, folder)).filter(name => !/^[\w-]+\.json$/.test(name))).toEqual([])
    }
  })
})
