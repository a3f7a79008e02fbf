import type { Pins } from '../workspace/asked-context.ts'

const absent = { state: 'absent' } as const
const value = (text: string) => ({ state: 'value', value: text }) as const

/** Everyday requests to begin with. Addresses are those that documentation is given. */
export const presets: readonly { readonly name: string; readonly pins: Pins }[] = [
  { name: 'Anything', pins: {} },
  {
    name: 'Office',
    pins: {
      'aws:MultiFactorAuthPresent': value('true'),
      'aws:SourceIp': value('203.0.113.10'),
      'aws:SecureTransport': value('true'),
    },
  },
  {
    name: 'Home, no MFA',
    pins: {
      'aws:MultiFactorAuthPresent': value('false'),
      'aws:SourceIp': value('198.51.100.7'),
      'aws:SecureTransport': value('true'),
    },
  },
  {
    name: 'CI with access keys',
    pins: {
      // Long-term access keys carry no MFA key at all, which is not the same as false. [C3]
      'aws:MultiFactorAuthPresent': absent,
      'aws:SourceIp': value('192.0.2.44'),
      'aws:SecureTransport': value('true'),
    },
  },
  { name: 'At night', pins: { 'aws:CurrentTime': value('2026-01-15T02:00:00Z') } },
]
