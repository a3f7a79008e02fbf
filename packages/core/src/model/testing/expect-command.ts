import { expect } from 'vitest'
import { apply } from '../apply.ts'
import { applyDiff } from '../apply-diff.ts'
import { cliFor } from '../cli.ts'
import { COLLECTIONS, recordsIn } from '../collections.ts'
import type { Command } from '../commands.ts'
import { invertDiff } from '../diff.ts'
import type { ProblemCode } from '../problem.ts'
import type { Model } from '../records.ts'

/** Freezes a value with everything in it, so that writing to it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/**
 * Carries out a command and checks what every command promises: the input is untouched, the command survives JSON,
 * the inverse leads back to the very text of the model, the diff leads forward again, untouched records and
 * collections are the same objects, and the CLI has something to say. Returns the model after it.
 */
export function expectCommand(model: Model, command: Command): Model {
  const before = JSON.stringify(model)
  const result = apply(deepFreeze(model), deepFreeze(command))
  if (!result.ok) throw new Error(`${command.type} was refused: ${result.problem.message}`)
  const after = JSON.stringify(result.model)

  const again = apply(model, JSON.parse(JSON.stringify(command)) as Command)
  expect(again).toEqual(result)

  const undone = applyDiff(deepFreeze(result.model), deepFreeze(result.inverse))
  expect(JSON.stringify(undone)).toBe(before)
  const redone = applyDiff(undone, result.diff)
  expect(JSON.stringify(redone)).toBe(after)
  expect(invertDiff(result.inverse)).toEqual(result.diff)
  expect(JSON.parse(JSON.stringify(result.diff))).toEqual(result.diff)

  const touched = new Set(result.diff.map(change => ('id' in change ? change.id : change.collection)))
  const touchedCollections = new Set<string>(result.diff.map(change => change.collection))
  if (result.diff.length === 0) expect(result.model).toBe(model)
  for (const collection of COLLECTIONS) {
    if (!touchedCollections.has(collection)) expect(result.model[collection]).toBe(model[collection])
    const known = new Map(recordsIn(model, collection).map(record => [record.id as string, record]))
    for (const record of recordsIn(result.model, collection)) {
      if (!touched.has(record.id)) expect(record).toBe(known.get(record.id))
    }
  }

  const cli = cliFor(command, model)
  if (command.type !== 'Batch') expect(cli.lines.length > 0 || cli.note !== undefined).toBe(true)
  return result.model
}

export function expectCommands(model: Model, commands: readonly Command[]): Model {
  return commands.reduce(expectCommand, model)
}

/** Checks that a command is refused with this code, in a sentence, and changes nothing. */
export function expectRefusal(model: Model, command: Command, code: ProblemCode): string {
  const result = apply(deepFreeze(model), deepFreeze(command))
  if (result.ok) throw new Error(`${command.type} was carried out`)
  expect(result.problem.code).toBe(code)
  expect(result.problem.message).toMatch(/^[a-z`]/)
  expect(result.problem.message).not.toMatch(/\.$|undefined|\[object/)
  return result.problem.message
}
