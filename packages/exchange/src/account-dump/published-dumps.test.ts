import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCanvasFile, writeCanvasFile } from '../canvas-file/canvas-file.ts'
import { codes, imported } from '../testing/import-dump.ts'

const corpus = join(process.env.IAM_CANVAS_CORPUS ?? '', 'gaad')
const there = process.env.IAM_CANVAS_CORPUS !== undefined && existsSync(corpus)

describe('published dumps', () => {
  const read = (file: string): ReturnType<typeof imported> =>
    imported(readFileSync(join(corpus, file), 'utf8'))

  it.skipIf(!there)('each is read, and survives being saved', () => {
    for (const file of readdirSync(corpus)) {
      const { model } = read(file)
      const again = readCanvasFile(writeCanvasFile({ model }, 'test'))
      expect(again).toMatchObject({ ok: true, notes: [] })
      expect(again.ok && again.value.model).toEqual(model)
    }
  })

  it.skipIf(!there)(
    'the example of the AWS CLI manual: single objects, equal ids, dangling attachments, cut off',
    () => {
      const { model, report } = read('aws-cli-example.gaad.json')
      expect(report).toMatchObject({
        truncated: true,
        counts: {
          users: 3,
          groups: 3,
          roles: 1,
          customerManagedPolicies: 2,
          awsManagedPolicies: 5,
          inlinePolicies: 2,
        },
      })
      expect(codes(report.odd)).toEqual(['equal-ids', 'single-object', 'aws-policy-without-text'])
      expect(model.groups['group:Admins']?.attachedPolicies).toEqual(['policy:AdministratorAccess'])
      expect(model.users['user:Charlie']?.groups).toEqual(['group:Dev'])
      expect(Object.values(model.resources).map(({ arn, parts }) => [arn, parts])).toEqual([
        ['arn:aws:s3:::amzn-s3-demo-bucket', ['arn:aws:s3:::amzn-s3-demo-bucket/*']],
      ])
    },
  )

  it.skipIf(!there)('a dump without UserPolicyList and one without RoleDetailList', () => {
    const { model } = read('example-authz-details.json')
    expect(model.users['user:obama']?.inlinePolicies).toEqual([])
    expect(model.users['user:biden']?.inlinePolicies.map(({ name }) => name)).toEqual(['InsecureUserPolicy'])
    expect(model.accounts['account:012345678901']?.account).toBe('012345678901')
    expect(model.roles['role:OverprivilegedEC2']?.instanceProfiles).toHaveLength(1)
    const mismatch = read('managed_policy_mismatch.json')
    expect(mismatch.report.counts).toMatchObject({ roles: 0, users: 0, groups: 1, awsManagedPolicies: 2 })
  })
})
