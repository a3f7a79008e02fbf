import { describe, expect, it } from 'vitest'
import { isCharacter, isPressed, keyText, type Pressed } from './keys.ts'

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key of an action', () => {
  it('is matched by the character, with exactly the modifiers that it names', () => {
    expect(isPressed('Mod Z', press('z', { ctrlKey: true }))).toBe(true)
    expect(isPressed('Mod Z', press('z', { metaKey: true }))).toBe(true)
    expect(isPressed('Mod Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(isPressed('Mod Shift Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(isPressed('A', press('a', { ctrlKey: true }))).toBe(false)
  })

  it('a symbol may need Shift or not, as the keyboard has it', () => {
    expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true)
    expect(isPressed('+', press('+'))).toBe(true)
    expect(isPressed('Mod .', press('.', { metaKey: true }))).toBe(true)
  })

  it('a digit with Shift and a letter with Alt are found by their place', () => {
    expect(isPressed('Shift 1', press('!', { shiftKey: true, code: 'Digit1' }))).toBe(true)
    expect(isPressed('Shift Alt T', press('ˇ', { shiftKey: true, altKey: true, code: 'KeyT' }))).toBe(true)
    expect(isPressed('T', press('ˇ', { code: 'KeyT' }))).toBe(false)
  })

  it('what dictation could say by accident is a character', () => {
    expect(['U', '?', 'Shift 1', '+'].every(isCharacter)).toBe(true)
    expect(['Mod K', 'F2', 'Delete', 'Alt R'].some(isCharacter)).toBe(false)
  })

  it('is shown as it is pressed', () => {
    expect(keyText('Mod Shift ArrowDown')).toBe('Ctrl Shift ↓')
  })
})
