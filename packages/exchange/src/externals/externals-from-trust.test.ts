import { apply, type Command, emptyModel, type Model } from '@iam-canvas/core'
import { expect, it } from 'vitest'
import { externalsFromTrust } from './externals-from-trust.ts'

function trusting(...principals: readonly unknown[]): Model {
  const commands = principals.map(
    (principal, at): Command => ({
      type: 'CreateRole',
      role: `role:r${at}`,
      name: `r${at}`,
      trustPolicy: JSON.stringify({
        Statement: { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' },
      }),
    }),
  )
  const result = apply(emptyModel(), { type: 'Batch', commands })
  if (!result.ok) throw new Error(result.problem.message)
  return result.model
}

const shown = (...principals: readonly unknown[]): unknown =>
  Object.values(externalsFromTrust(trusting(...principals)).model.externals).map(
    ({ name, type, principal }) => [name, type, principal],
  )

it('[P1] services, identity providers, other accounts and everyone are external', () => {
  const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'
  expect(
    shown(
      { Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] },
      { Federated: provider },
      { AWS: ['210987654321', 'arn:aws:iam::210987654321:root', 'arn:aws:iam::210987654321:role/ci'] },
      '*',
      { AWS: '*' },
    ),
  ).toEqual([
    ['Anyone', 'Anonymous', '*'],
    ['lambda.amazonaws.com', 'Service', 'lambda.amazonaws.com'],
    ['ec2.amazonaws.com', 'Service', 'ec2.amazonaws.com'],
    ['token.actions.githubusercontent.com', 'Federated', provider],
    ['Account 210987654321', 'AWS', '210987654321'],
    ['Account 210987654321', 'AWS', 'arn:aws:iam::210987654321:root'],
    ['ci of 210987654321', 'AWS', 'arn:aws:iam::210987654321:role/ci'],
  ])
})

it('those of the own accounts are not', () => {
  const model = trusting(
    { AWS: ['arn:aws:iam::123456789012:user/ana', '123456789012'] },
    { AWS: 7 },
    null,
    {},
  )
  expect(externalsFromTrust(model).model).toBe(model)
})

it('[P5] the id that a deleted principal leaves behind is told, not drawn', () => {
  const { model, leftOut } = externalsFromTrust(trusting({ AWS: 'AROAEXAMPLEID1234567' }))
  expect(model.externals).toEqual({})
  expect(leftOut).toMatchObject([{ code: 'dead-principal', count: 1 }])
})

it('doing it again changes nothing', () => {
  const { model } = externalsFromTrust(trusting({ Service: 'lambda.amazonaws.com' }, '*'))
  expect(externalsFromTrust(model).model).toBe(model)
})

it('thousands are cut down to those named most often', () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({ Service: `s${at}.amazonaws.com` }))
  const { model, leftOut } = externalsFromTrust(trusting(...many, { Service: 's2999.amazonaws.com' }))
  expect(Object.keys(model.externals)).toHaveLength(200)
  expect(model.externals).toHaveProperty(['external:s2999.amazonaws.com'])
  expect(leftOut).toMatchObject([{ code: 'too-many-externals', count: 2800 }])
})
