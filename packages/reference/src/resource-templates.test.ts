import { describe, expect, it } from 'vitest'
import { actionsFor, resourceKindOf } from './resource-kinds.ts'
import { resourceTemplates } from './resource-templates.ts'

const where = { account: '111122223333', region: 'eu-west-1' }

function made(service: string, name: string) {
  return resourceTemplates.find(template => template.service === service)?.make({ name, ...where })
}

describe('resourceTemplates', () => {
  it.each(resourceTemplates.map(template => [template.label, template] as const))(
    'makes a %s whose ARN and parts are recognised',
    (label, { defaultName, service, type, make }) => {
      const { arn, parts, ...named } = make({ name: defaultName, ...where })
      expect(named).toEqual({ service, type })
      expect(resourceKindOf(arn)).toMatchObject({ service, type, label })
      for (const target of [arn, ...parts]) expect(actionsFor(target)).not.toEqual([])
    },
  )

  it('[M8] makes a bucket with its objects as a part', () => {
    expect(made('s3', 'photos')).toEqual({
      arn: 'arn:aws:s3:::photos',
      parts: ['arn:aws:s3:::photos/*'],
      service: 's3',
      type: 'bucket',
    })
  })

  it('gives keys an id of their own for each name, always the same', () => {
    expect(made('kms', 'a')?.arn).toMatch(/:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(made('kms', 'a')).toEqual(made('kms', 'a'))
    expect(made('kms', 'a')?.arn).not.toBe(made('kms', 'b')?.arn)
  })

  it('writes a parameter named with a slash as AWS does', () => {
    expect(made('ssm', '/app/url')?.arn).toBe('arn:aws:ssm:eu-west-1:111122223333:parameter/app/url')
  })

  it('has one short label for each', () => {
    expect(new Set(resourceTemplates.map(({ shortLabel }) => shortLabel)).size).toBe(resourceTemplates.length)
  })
})
