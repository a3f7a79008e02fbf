import type { Pins } from '../workspace/asked-context.ts'

const absent: readonly string[] = []

export interface Preset {
  readonly name: string
  /** What it settles, in a few words. */
  readonly hint: string
  readonly pins: Pins
}

/** Everyday requests to begin with. Addresses are those that documentation is given. */
export const presets: readonly Preset[] = [
  {
    name: 'Office',
    hint: 'with MFA, from 203.0.113.10, over TLS',
    pins: {
      'aws:MultiFactorAuthPresent': 'true',
      'aws:SourceIp': '203.0.113.10',
      'aws:SecureTransport': 'true',
    },
  },
  {
    name: 'Home, no MFA',
    hint: 'without MFA, from 198.51.100.7, over TLS',
    pins: {
      'aws:MultiFactorAuthPresent': 'false',
      'aws:SourceIp': '198.51.100.7',
      'aws:SecureTransport': 'true',
    },
  },
  {
    name: 'CI, access keys',
    hint: 'long-term keys say nothing of MFA, from 192.0.2.44, over TLS',
    pins: {
      // Long-term access keys carry no MFA key at all, which is not the same as false. [C3]
      'aws:MultiFactorAuthPresent': absent,
      'aws:SourceIp': '192.0.2.44',
      'aws:SecureTransport': 'true',
    },
  },
  {
    name: 'At night',
    hint: 'at 02:00 UTC',
    pins: { 'aws:CurrentTime': '2026-01-15T02:00:00Z' },
  },
]

export function isPinned(preset: Preset, pins: Pins): boolean {
  const keys = Object.keys(preset.pins)
  return (
    keys.length === Object.keys(pins).length &&
    keys.every(key => Object.hasOwn(pins, key) && String(pins[key]) === String(preset.pins[key]))
  )
}
