import { expect, it } from 'vitest'
import { neighbourIn } from './follow.ts'
import type { Box } from './hit-test.ts'

const box = (id: Box['id'], x: number, y: number): Box => ({
  id,
  x,
  y,
  width: 10,
  height: 10,
  parent: undefined,
})
const here = box('user:here', 0, 0)

it('goes to the nearest that lies ahead', () => {
  const around = [box('policy:far', 300, 0), box('policy:near', 100, 10), box('policy:below', 0, 80)]
  expect(neighbourIn('right', here, around)).toBe('policy:near')
  expect(neighbourIn('down', here, around)).toBe('policy:below')
})

it('never goes back, and stays where nothing lies ahead', () => {
  expect(neighbourIn('left', here, [box('policy:right', 100, 0)])).toBeUndefined()
  expect(neighbourIn('right', here, [here])).toBeUndefined()
})
