/** Whether an address lies in a range, by comparing bits written out as text. [C12] */
export function address(asked: string, range: string): boolean {
  const [base = '', prefix] = range.split('/')
  const left = bits(asked)
  const right = bits(base)
  if (left === undefined || right === undefined || left.length !== right.length) return false
  const length = prefix === undefined ? right.length : Number(prefix)
  return length <= right.length && left.slice(0, length) === right.slice(0, length)
}

function bits(text: string): string | undefined {
  if (!text.includes(':')) {
    const parts = text.split('.')
    if (parts.length !== 4 || parts.some(part => !/^\d{1,3}$/.test(part) || Number(part) > 255))
      return undefined
    return parts.map(part => Number(part).toString(2).padStart(8, '0')).join('')
  }
  // The last two groups may be written as an IPv4 address.
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const low = bits(tail[2] ?? '')
    if (low === undefined) return undefined
    const groups = [low.slice(0, 16), low.slice(16)].map(half => Number.parseInt(half, 2).toString(16))
    return bits(`${tail[1] ?? ''}${groups.join(':')}`)
  }
  if (text.split('::').length > 2) return undefined
  const [left = '', right] = text.split('::')
  const groups = (half: string) => half.split(':').filter(group => group !== '')
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length
  const all = [
    ...groups(left),
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...groups(right ?? ''),
  ]
  if (all.length !== 8 || all.some(group => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return all.map(group => Number.parseInt(group, 16).toString(2).padStart(16, '0')).join('')
}
