import { describe, expect, it } from 'vitest'
import { cliFor } from './cli.ts'
import type { Command } from './commands.ts'
import { sampleModel } from './testing/sample-model.ts'
import { shellWord } from './shell-words.ts'

const model = sampleModel()
const lines = (command: Command): readonly string[] => cliFor(command, model).lines

describe('the AWS CLI', () => {
  it.each<[Command, readonly string[]]>([
    [
      { type: 'AddUserToGroup', user: 'user:ben', group: 'group:developers' },
      ['aws iam add-user-to-group --user-name ben --group-name developers'],
    ],
    [
      {
        type: 'CreateUser',
        user: 'user:x',
        name: 'x',
        path: '/eng/',
        tags: [{ key: 'team', value: 'core' }],
      },
      ['aws iam create-user --user-name x --path /eng/ --tags Key=team,Value=core'],
    ],
    [
      { type: 'AttachRolePolicy', role: 'role:deploy', policy: 'policy:ReadOnlyAccess' },
      ['aws iam attach-role-policy --role-name deploy --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ],
    [
      { type: 'DeleteGroup', group: 'group:developers' },
      [
        'aws iam remove-user-from-group --user-name ana --group-name developers',
        'aws iam detach-group-policy --group-name developers --policy-arn arn:aws:iam::123456789012:policy/ReadTable',
        'aws iam delete-group --group-name developers',
      ],
    ],
    [
      { type: 'DeletePolicy', policy: 'policy:ReadTable' },
      [
        'aws iam detach-user-policy --user-name ben --policy-arn arn:aws:iam::123456789012:policy/ReadTable',
        'aws iam detach-group-policy --group-name developers --policy-arn arn:aws:iam::123456789012:policy/ReadTable',
        'aws iam delete-user-permissions-boundary --user-name ben',
        'aws iam delete-policy --policy-arn arn:aws:iam::123456789012:policy/ReadTable',
      ],
    ],
    [
      { type: 'AttachPolicy', policy: 'policy:FullAWSAccess', target: 'account:prod' },
      ['aws organizations attach-policy --policy-id p-FullAWSAccess --target-id 210987654321'],
    ],
    [
      { type: 'PutResourcePolicy', resource: 'resource:releases', text: '{"Statement":  []}' },
      [`aws s3api put-bucket-policy --bucket releases --policy '{"Statement":[]}'`],
    ],
    [
      { type: 'SetRunsAs', resource: 'resource:resize', role: 'role:deploy' },
      [
        'aws lambda update-function-configuration --function-name arn:aws:lambda:eu-west-1:123456789012:function:resize --role arn:aws:iam::123456789012:role/deploy',
      ],
    ],
    [
      {
        type: 'Batch',
        commands: [
          {
            type: 'AddResource',
            resource: 'resource:web',
            name: 'web',
            arn: 'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0',
            service: 'ec2',
            resourceType: 'instance',
          },
          { type: 'SetRunsAs', resource: 'resource:web', role: 'role:deploy' },
        ],
      },
      [
        'aws iam create-instance-profile --instance-profile-name deploy',
        'aws iam add-role-to-instance-profile --instance-profile-name deploy --role-name deploy',
        'aws ec2 associate-iam-instance-profile --instance-id i-0123456789abcdef0 --iam-instance-profile Name=deploy',
      ],
    ],
    [
      { type: 'UpdateUserCredentials', user: 'user:ana', accessKeys: 1, consolePassword: true },
      [
        'aws iam create-access-key --user-name ana',
        'aws iam create-login-profile --user-name ana --password "$PASSWORD" --password-reset-required',
      ],
    ],
  ])('%o', (command, expected) => {
    expect(lines(command)).toEqual(expected)
  })

  it('a policy goes on the line in single quotes, whatever is in it', () => {
    const text = `{"Statement": {"Sid": "it's"}}`
    expect(lines({ type: 'CreatePolicyVersion', policy: 'policy:ReadTable', text })).toEqual([
      String.raw`aws iam create-policy-version --policy-arn arn:aws:iam::123456789012:policy/ReadTable --set-as-default --policy-document '{"Statement":{"Sid":"it'\''s"}}'`,
    ])
  })

  it('a long or half-typed policy is read from a file, and the note says so', () => {
    const cli = cliFor(
      { type: 'CreatePolicyVersion', policy: 'policy:ReadTable', text: '{"Statement": [' },
      model,
    )
    expect(cli.lines[0]).toContain('--policy-document file://ReadTable.json')
    expect(cli.note).toContain('ReadTable.json')
  })

  it('a name that begins with a dash is no option', () => {
    expect(lines({ type: 'CreateUser', user: 'user:x', name: '-rf' })).toEqual([
      'aws iam create-user --user-name=-rf',
    ])
  })

  it('the lines of a batch see what its earlier commands did', () => {
    const cli = cliFor(
      {
        type: 'Batch',
        commands: [
          { type: 'CreateGroup', group: 'group:new', name: 'qa' },
          { type: 'AddUserToGroup', user: 'user:ana', group: 'group:new' },
        ],
      },
      model,
    )
    expect(cli.lines).toEqual([
      'aws iam create-group --group-name qa',
      'aws iam add-user-to-group --user-name ana --group-name qa',
    ])
  })

  it('says so where AWS has no such operation', () => {
    for (const command of [
      { type: 'RenameRole', role: 'role:deploy', name: 'x' },
      { type: 'RenameModel', name: 'x' },
      { type: 'RemoveResource', resource: 'resource:releases' },
    ] as const) {
      const cli = cliFor(command, model)
      expect(cli.lines).toEqual([])
      expect(cli.note).toMatch(/^[A-Z].*\.$/)
    }
  })
})

it('shell words are quoted only where they must be', () => {
  expect(shellWord('arn:aws:s3:::b')).toBe('arn:aws:s3:::b')
  expect(shellWord('a b')).toBe(`'a b'`)
  expect(shellWord('$(rm)')).toBe(`'$(rm)'`)
  expect(shellWord('')).toBe(`''`)
})
