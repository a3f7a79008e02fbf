import { describe, expect, it } from 'vitest'
import { ACCOUNT, arn, codes, group, imported, user } from '../testing/import-dump.ts'
import { readAccountDump } from './read-account-dump.ts'

const READ = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } }
describe('what a dump holds', () => {
  it('becomes users, groups, roles and policies with their relations', () => {
    const { model, report } = imported({
      UserDetailList: [
        user('ana', {
          Path: '/eng/',
          Arn: arn('user/eng/ana'),
          GroupList: ['developers'],
          AttachedManagedPolicies: [{ PolicyName: 'Read', PolicyArn: arn('policy/Read') }],
          UserPolicyList: [{ PolicyName: 'notes', PolicyDocument: READ }],
          Tags: [{ Key: 'team', Value: 'core' }],
        }),
      ],
      GroupDetailList: [group('developers', { GroupPolicyList: [], AttachedManagedPolicies: [] })],
      RoleDetailList: [
        {
          RoleName: 'deploy',
          Arn: arn('role/deploy'),
          Path: '/',
          AssumeRolePolicyDocument: READ,
          InstanceProfileList: [{ InstanceProfileName: 'deploy-profile' }],
          RolePolicyList: [],
          AttachedManagedPolicies: [],
        },
      ],
      Policies: [
        {
          PolicyName: 'Read',
          Arn: arn('policy/Read'),
          Path: '/',
          DefaultVersionId: 'v1',
          AttachmentCount: 1,
          PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: READ }],
        },
      ],
    })
    expect(model.users['user:ana']).toEqual({
      kind: 'user',
      id: 'user:ana',
      name: 'ana',
      path: '/eng/',
      account: ACCOUNT,
      groups: ['group:developers'],
      attachedPolicies: ['policy:Read'],
      inlinePolicies: [{ name: 'notes', text: JSON.stringify(READ, null, 2) }],
      tags: [{ key: 'team', value: 'core' }],
    })
    expect(model.roles['role:deploy']?.instanceProfiles).toEqual(['deploy-profile'])
    expect(model.policies['policy:Read']).toMatchObject({ account: ACCOUNT, purpose: 'identity' })
    expect(report.odd).toEqual([])
    expect(report.counts).toMatchObject({
      users: 1,
      groups: 1,
      roles: 1,
      customerManagedPolicies: 1,
      inlinePolicies: 1,
    })
  })

  it.each(['Policy', 'PermissionsBoundaryPolicy'])('boundaries of type %s are boundaries', type => {
    const { model } = imported({
      UserDetailList: [
        user('ana', {
          PermissionsBoundary: {
            PermissionsBoundaryType: type,
            PermissionsBoundaryArn: arn('policy/team/Limit'),
          },
        }),
      ],
    })
    expect(model.users['user:ana']?.permissionsBoundary).toBe('policy:Limit')
    expect(model.policies['policy:Limit']).toMatchObject({ path: '/team/', account: ACCOUNT })
  })

  it('attachments to policies that are not in the file get a policy without text', () => {
    const { model, report } = imported({
      GroupDetailList: [
        group('admins', {
          AttachedManagedPolicies: [
            { PolicyName: 'Billing', PolicyArn: 'arn:aws:iam::aws:policy/job-function/Billing' },
            { PolicyName: 'Own', PolicyArn: arn('policy/Own') },
          ],
        }),
      ],
    })
    expect(model.groups['group:admins']?.attachedPolicies).toEqual(['policy:Billing', 'policy:Own'])
    expect(model.policies['policy:Billing']).toMatchObject({ account: 'aws', path: '/job-function/' })
    expect(model.policies['policy:Own']).not.toHaveProperty('text')
    expect(codes(report.odd)).toEqual(['aws-policy-without-text', 'policy-without-text'])
  })

  it('groups that only users name are added without policies', () => {
    const { model, report } = imported({ UserDetailList: [user('ana', { GroupList: ['gone'] })] })
    expect(model.users['user:ana']?.groups).toEqual(['group:gone'])
    expect(model.groups['group:gone']).toMatchObject({ name: 'gone', attachedPolicies: [] })
    expect(codes(report.odd)).toEqual(['group-not-in-file'])
  })

  it('an AWS managed policy that nothing uses is left out, and counted', () => {
    const policy = (name: string, count: number): object => ({
      PolicyName: name,
      Arn: `arn:aws:iam::aws:policy/${name}`,
      AttachmentCount: count,
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: READ }],
    })
    const { model, report } = imported({ Policies: [policy('Used', 1), policy('Unused', 0)] })
    expect(Object.keys(model.policies)).toEqual(['policy:Used'])
    expect(codes(report.leftOut)).toContain('unused-aws-policy')
  })

  it('the default version counts: by its flag, by its id, or else the newest', () => {
    const version = (id: string, more: object = {}): object => ({
      VersionId: id,
      Document: { Id: id },
      ...more,
    })
    const { model, report } = imported({
      Policies: [
        {
          Arn: arn('policy/flag'),
          PolicyVersionList: [version('v2'), version('v1', { IsDefaultVersion: true })],
        },
        { Arn: arn('policy/id'), DefaultVersionId: 'v1', PolicyVersionList: [version('v2'), version('v1')] },
        { Arn: arn('policy/newest'), PolicyVersionList: [version('v9'), version('v10')] },
        {
          Arn: arn('policy/dated'),
          PolicyVersionList: [
            { CreateDate: '2023-03-09 10:41:45+00:00', Document: { Id: 'old' } },
            { CreateDate: '2024-03-09T10:41:45Z', Document: { Id: 'new' } },
          ],
        },
      ],
    })
    const ids = Object.values(model.policies).map(
      policy => (JSON.parse(policy.text ?? '{}') as { Id?: string }).Id,
    )
    expect(ids).toEqual(['v1', 'v1', 'v10', 'new'])
    expect(report.odd.find(line => line.code === 'no-default-version')?.count).toBe(2)
  })

  it('several accounts in one file keep their users apart', () => {
    const { model } = imported({
      UserDetailList: [
        user('ana'),
        user('ana', { Arn: 'arn:aws:iam::210987654321:user/ana' }),
        user('ben', { Arn: 'arn:aws-us-gov:iam::111122223333:user/ben' }),
      ],
    })
    expect(Object.keys(model.users)).toEqual(['user:ana', 'user:210987654321/ana', 'user:ben'])
    expect(Object.values(model.accounts).map(({ account, partition }) => [account, partition])).toEqual([
      [ACCOUNT, undefined],
      ['210987654321', undefined],
      ['111122223333', 'aws-us-gov'],
    ])
  })
})

describe('the forms a dump comes in', () => {
  const text = '{\r\n  "Version": "2012-10-17",\r\n  "Statement": [] }\r\n'

  it('an URL-encoded document is kept byte for byte, line ends included, and a plus is a plus', () => {
    const odd = `${text.slice(0, -2)}/* a+b é */`
    const { model, report } = imported({
      RoleDetailList: [
        { RoleName: 'r', Arn: arn('role/r'), AssumeRolePolicyDocument: encodeURIComponent(odd) },
      ],
    })
    expect(model.roles['role:r']?.trustPolicy).toBe(odd)
    expect(codes(report.odd)).toEqual(['encoded-document'])
  })

  it('a document that is a plain string is kept as it is', () => {
    const { model } = imported({
      UserDetailList: [user('a', { UserPolicyList: [{ PolicyName: 'p', PolicyDocument: text }] })],
    })
    expect(model.users['user:a']?.inlinePolicies[0]?.text).toBe(text)
  })

  it('a document that cannot be decoded is kept as it is', () => {
    const { model, report } = imported({
      UserDetailList: [user('a', { UserPolicyList: [{ PolicyName: 'p', PolicyDocument: '%7B%E9%' }] })],
    })
    expect(model.users['user:a']?.inlinePolicies[0]?.text).toBe('%7B%E9%')
    expect(codes(report.odd)).toContain('undecodable-document')
  })

  it('an object where a list belongs is a list of one', () => {
    const { model, report } = imported({
      UserDetailList: user('ana', {
        GroupList: 'developers',
        AttachedManagedPolicies: { PolicyName: 'Read', PolicyArn: arn('policy/Read') },
      }),
      GroupDetailList: group('developers'),
    })
    expect(model.users['user:ana']).toMatchObject({
      groups: ['group:developers'],
      attachedPolicies: ['policy:Read'],
    })
    expect(codes(report.odd)).toContain('single-object')
  })

  const pages = [
    { UserDetailList: [user('ana', { GroupList: ['g'] })], IsTruncated: true },
    { GroupDetailList: [group('g')], IsTruncated: false },
  ]
  it.each([
    ['written one after the other', pages.map(page => JSON.stringify(page, null, 2)).join('')],
    ['as JSON lines', pages.map(page => JSON.stringify(page)).join('\n')],
    ['with commas between', pages.map(page => JSON.stringify(page)).join(',\n')],
    ['as a list', JSON.stringify(pages)],
  ])('pages %s are put together', (_, text) => {
    const { model, report } = imported(text)
    expect(model.users['user:ana']?.groups).toEqual(['group:g'])
    expect(report).toMatchObject({ pages: 2, truncated: false })
    expect(codes(report.odd)).toEqual(['several-pages'])
  })

  it('a file that is cut off by AWS says so', () => {
    const { report } = imported({ UserDetailList: [user('ana')], IsTruncated: true })
    expect(report.truncated).toBe(true)
    expect(codes(report.leftOut)).toEqual(['truncated'])
  })

  it('a byte order mark and UTF-16 read as UTF-8 do no harm', () => {
    const text = JSON.stringify({ UserDetailList: [user('ana')] })
    expect(imported(`\uFEFF${text}`).report.counts.users).toBe(1)
    const nuls = `\uFFFD\uFFFD${text.replace(/./gsu, letter => `${letter}\0`)}`
    const { report } = imported(nuls)
    expect(report.counts.users).toBe(1)
    expect(codes(report.odd)).toEqual(['utf-16'])
  })

  it('equal ids, repeated entries, missing names and ARNs are told', () => {
    const { model, report } = imported({
      UserDetailList: [
        user('ana', { UserId: 'AIDA1' }),
        user('ben', { UserId: 'AIDA1' }),
        user('ana', { Path: '/x/' }),
        { UserName: 'cleo' },
        { Path: '/' },
        null,
        7,
      ],
    })
    expect(Object.keys(model.users)).toEqual(['user:ana', 'user:ben', 'user:cleo'])
    expect(model.users['user:cleo']?.account).toBe(ACCOUNT)
    expect(codes(report.odd)).toEqual(['equal-ids', 'repeated', 'no-arn'])
    expect(report.leftOut.map(({ code, count }) => [code, count])).toEqual([
      ['not-an-object', 2],
      ['no-name', 1],
    ])
  })

  it('hostile names are text, and told', () => {
    const names = ['<script>alert(1)</script>', 'a\u202Egnp.exe', '__proto__', 'constructor', 'zoë']
    const { model, report } = imported({ UserDetailList: names.map(name => user(name)) })
    expect(Object.values(model.users).map(({ name }) => name)).toEqual(names)
    expect(report.odd.map(({ code, count }) => [code, count])).toEqual([
      ['invisible-characters', 2],
      ['unusual-name', 1],
    ])
    expect({}).not.toHaveProperty('kind')
  })

  it('a key `__proto__` anywhere is a key like any other', () => {
    const { model } = imported(
      `{"__proto__": {"polluted": 1}, "UserDetailList": [{"UserName": "a", "__proto__": {"Path": "/x/"}, "constructor": 1}]}`,
    )
    expect(model.users['user:a']?.path).toBe('/')
    expect({}).not.toHaveProperty('polluted')
  })

  it('sentences are finished, singular and plural', () => {
    const one = imported({ UserDetailList: [{ UserName: 'a' }], IsTruncated: true }).report
    const many = imported({ UserDetailList: [{ UserName: 'a' }, { UserName: 'b' }, {}, {}] }).report
    expect(one.odd.find(line => line.code === 'no-arn')?.message).toBe(
      '1 entry has no ARN; it was put into the account of the others.',
    )
    expect(many.odd.find(line => line.code === 'no-arn')?.message).toBe(
      '2 entries have no ARN; they were put into the account of the others.',
    )
    for (const line of [...one.odd, ...one.leftOut, ...many.odd, ...many.leftOut])
      expect(line.message).toMatch(/^[A-Z0-9].*\.$/)
  })
})

describe('what is no dump', () => {
  const problem = (text: string): { readonly code: string; readonly message: string } => {
    const result = readAccountDump(text)
    if (result.ok) throw new Error('it was read')
    return result.problem
  }

  it.each<[string, string, string, RegExp]>([
    ['nothing', '', 'empty', /empty/],
    ['blanks', ' \n\uFEFF', 'not-json', /line 2/],
    ['no JSON', '{\n  "UserDetailList": [\n    {"UserName": ana}\n  ]\n}', 'not-json', /line 3, column 18/],
    ['a comment', '// dump\n{}', 'not-json', /line 1, column 1/],
    ['half a file', '{"UserDetailList": [{"UserName": "a', 'not-json', /ends too early/],
    ['a policy', JSON.stringify(READ), 'not-an-account-dump', /single policy/],
    [
      'a template',
      '{"Resources": {"R": {"Type": "AWS::IAM::Role"}}}',
      'not-an-account-dump',
      /CloudFormation/,
    ],
    [
      'a state',
      '{"version": 4, "terraform_version": "1.5.0", "resources": []}',
      'not-an-account-dump',
      /Terraform/,
    ],
    ['a canvas file', '{"format": "iam-canvas"}', 'not-an-account-dump', /IAM Canvas/],
    ['list-users', '{"Users": [{"UserName": "a"}]}', 'not-an-account-dump', /list-users/],
    ['a number', '7', 'not-an-account-dump', /none of the lists/],
    ['an empty list', '[]', 'not-an-account-dump', /none of the lists/],
  ])('%s', (_, text, code, message) => {
    const found = problem(text)
    expect(found.code).toBe(code)
    expect(found.message).toMatch(message)
  })

  it('what to do instead is in the message', () => {
    expect(problem('{}').message).toContain('aws iam get-account-authorization-details')
  })

  it('a text longer than the limit is refused before it is read', () => {
    const result = readAccountDump('{'.repeat(3_000_001), { mostCharacters: 3_000_000 })
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'too-large', message: expect.stringContaining('3 million') },
    })
  })

  it('any depth of nesting is survived', () => {
    expect(problem('['.repeat(1_000_000)).code).toBe('not-json')
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    const { report } = imported(
      `{"UserDetailList": [{"UserName": "a", "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": ${deep}}]}]}`,
    )
    expect(codes(report.leftOut)).toContain('deep-document')
  })
})
