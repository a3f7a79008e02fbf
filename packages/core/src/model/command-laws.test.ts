import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apply, COMMAND_TYPES } from './apply.ts'
import { applyDiff } from './apply-diff.ts'
import { cliFor } from './cli.ts'
import { COLLECTIONS, entityById, kindOfId, recordsIn } from './collections.ts'
import type { Command } from './commands.ts'
import type { Diff } from './diff.ts'
import { emptyModel } from './empty-model.ts'
import type { Model } from './records.ts'
import { anyCommand, simpleCommand } from './testing/arbitrary-commands.ts'
import { deepFreeze, expectCommand } from './testing/expect-command.ts'
import { sampleModel } from './testing/sample-model.ts'

const commands = fc.array(anyCommand, { minLength: 1, maxLength: 60, size: 'max' })
const start = fc.constantFrom(emptyModel(), sampleModel())

/** Every id that a model's records refer to. */
function referencesOf(model: Model): readonly string[] {
  const all = COLLECTIONS.flatMap(collection => recordsIn(model, collection))
  return all.flatMap(record => [
    ...('attachedPolicies' in record ? record.attachedPolicies : []),
    ...('groups' in record ? record.groups : []),
    ...('permissionsBoundary' in record && record.permissionsBoundary ? [record.permissionsBoundary] : []),
    ...('runsAs' in record && record.runsAs ? [record.runsAs] : []),
    ...('ou' in record && record.ou ? [record.ou] : []),
    ...('parent' in record && record.parent ? [record.parent] : []),
  ])
}

/** What is left of a model after a sequence, the refused commands passed over. */
const modelAfter = (model: Model, sequence: readonly Command[]): Model =>
  sequence.reduce((at, command) => {
    const result = apply(at, command)
    return result.ok ? result.model : at
  }, model)

it('undoing a sequence in reverse order gives the very start, and redoing it the very end', () => {
  fc.assert(
    fc.property(start, commands, (model, sequence) => {
      const steps: { diff: Diff; inverse: Diff }[] = []
      let now = deepFreeze(model)
      for (const command of sequence) {
        const result = apply(now, deepFreeze(command))
        if (!result.ok) continue
        steps.push(result)
        now = deepFreeze(result.model)
      }
      const undone = steps.reduceRight((at, { inverse }) => applyDiff(at, inverse), now)
      expect(JSON.stringify(undone)).toBe(JSON.stringify(model))
      const redone = steps.reduce((at, { diff }) => applyDiff(at, diff), undone)
      expect(JSON.stringify(redone)).toBe(JSON.stringify(now))
    }),
    { numRuns: 300 },
  )
})

it('no sequence leaves a reference to something that is gone, nor a record under a foreign key', () => {
  fc.assert(
    fc.property(start, commands, (model, sequence) => {
      const now = modelAfter(model, sequence)
      expect(referencesOf(now).filter(id => entityById(now, id) === undefined)).toEqual([])
      for (const collection of COLLECTIONS) {
        for (const [key, record] of Object.entries(now[collection])) {
          expect(record.id).toBe(key)
          expect(kindOfId(key)).toBe(record.kind)
        }
      }
      expect(JSON.parse(JSON.stringify(now))).toEqual(now)
    }),
    { numRuns: 300 },
  )
})

it('replacing and merging any model by any other keep every promise of a command', () => {
  fc.assert(
    fc.property(start, commands, commands, (model, left, right) => {
      const here = modelAfter(model, left)
      const there = modelAfter(emptyModel(), right)
      expect(expectCommand(here, { type: 'ReplaceModel', model: there })).toEqual(there)
      const merged = expectCommand(here, { type: 'MergeModel', model: there })
      expect(referencesOf(merged).filter(id => entityById(merged, id) === undefined)).toEqual([])
      const again = apply(merged, { type: 'MergeModel', model: there })
      expect(again).toMatchObject({ ok: true, diff: [] })
    }),
    { numRuns: 100 },
  )
})

it('a batch is all of its commands, or none', () => {
  fc.assert(
    fc.property(start, fc.array(simpleCommand, { maxLength: 8 }), (model, sequence) => {
      const batch = apply(deepFreeze(model), { type: 'Batch', commands: sequence })
      let now = model
      let refusedAt: number | undefined
      for (const [step, command] of sequence.entries()) {
        const result = apply(now, command)
        if (!result.ok) {
          refusedAt = step
          break
        }
        now = result.model
      }
      const outcome = batch.ok ? JSON.stringify(batch.model) : batch.problem.step
      expect(outcome).toBe(refusedAt ?? JSON.stringify(now))
    }),
    { numRuns: 300 },
  )
})

it('the CLI lines of any command are shell words that nothing breaks out of', () => {
  fc.assert(
    fc.property(start, anyCommand, (model, command) => {
      for (const line of cliFor(command, model).lines) {
        // Whatever is left outside quotes must be harmless; "$PASSWORD" and "$EMAIL" are our own.
        const bare = line
          .replaceAll(String.raw`'\''`, '')
          .replace(/'[^']*'/g, '')
          .replace(/"\$(?:PASSWORD|EMAIL)"/g, '')
        expect(bare).toMatch(/^aws [\w@%+=:,./ -]+$/)
      }
    }),
    { numRuns: 500 },
  )
})

it('hostile ids are refused, never thrown at', () => {
  const fields = [
    'user',
    'group',
    'role',
    'policy',
    'resource',
    'account',
    'ou',
    'external',
    'parent',
    'target',
    'entity',
  ]
  const takesNoId = [
    'ReplaceModel',
    'MergeModel',
    'Batch',
    'RenameModel',
    'DeleteOrganization',
    'EnablePolicyType',
    'DisablePolicyType',
  ]
  const model = sampleModel()
  for (const type of COMMAND_TYPES.filter(type => !takesNoId.includes(type))) {
    for (const id of [
      '__proto__',
      'constructor',
      'toString',
      '',
      'user:',
      'group:',
      'nobody:hasOwnProperty',
    ]) {
      const command = {
        type,
        ...Object.fromEntries(fields.map(field => [field, id])),
        name: 'x',
        text: '',
        arn: 'arn:aws:s3:::x',
        number: '111122223333',
        tags: [],
        tagKeys: ['none'],
        principal: 'x',
        organization: id,
        managementAccount: id,
        root: id,
      }
      expect(apply(model, command as never).ok, `${type} ${id}`).toBe(false)
      expect(cliFor(command as never, model).lines).toBeInstanceOf(Array)
    }
  }
  expect({}).not.toHaveProperty('kind')
})
