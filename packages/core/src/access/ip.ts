/** IP addresses and ranges, compared as numbers and never as text. [C12] */

interface Address {
  readonly version: 4 | 6
  readonly bits: bigint
}

/** Whether an address lies in a range; `invalid` when either cannot be read. IPv4 never lies in an IPv6 range. */
export function inRange(address: string, range: string): boolean | 'invalid' {
  const asked = addressOf(address)
  const [base = '', prefixText, ...more] = range.trim().split('/')
  const network = addressOf(base)
  if (!asked || !network || more.length > 0) return 'invalid'
  const width = network.version === 4 ? 32 : 128
  const prefix =
    prefixText === undefined ? width : /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : width + 1
  if (prefix > width) return 'invalid'
  if (asked.version !== network.version) return false
  const shift = BigInt(width - prefix)
  return asked.bits >> shift === network.bits >> shift
}

function addressOf(text: string): Address | undefined {
  const trimmed = text.trim()
  if (trimmed.includes(':')) {
    const bits = ipv6(trimmed)
    return bits === undefined ? undefined : { version: 6, bits }
  }
  const bits = ipv4(trimmed)
  return bits === undefined ? undefined : { version: 4, bits }
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let bits = 0n
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined
    bits = (bits << 8n) | BigInt(part)
  }
  return bits
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const left = groupsOf(halves[0] ?? '')
  const right = halves.length === 2 ? groupsOf(halves[1] ?? '') : []
  if (!left || !right) return undefined
  const missing = 8 - left.length - right.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  return [...left, ...Array.from({ length: missing }, () => 0n), ...right].reduce(
    (bits, group) => (bits << 16n) | group,
    0n,
  )
}

/** `2001:db8`, or with an IPv4 tail, which is two groups: `::ffff:10.0.0.1`. */
function groupsOf(text: string): bigint[] | undefined {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const tail = ipv4(part)
      if (tail === undefined) return undefined
      groups.push(tail >> 16n, tail & 0xffffn)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`))
    } else {
      return undefined
    }
  }
  return groups
}
