import { allowsSentence, type ManagedPolicy, successorOf } from '@iam-canvas/reference/compiled'

export interface PolicyMark {
  readonly label: string
  readonly title: string
  readonly warns: boolean
}

/** What sets a managed policy apart from those that are meant for everybody. */
export function marksOf({ name, path }: Pick<ManagedPolicy, 'name' | 'path'>): readonly PolicyMark[] {
  const successor = successorOf(name)
  const deprecated: readonly PolicyMark[] = successor
    ? [{ label: 'Deprecated', title: `AWS names ${successor} in its place.`, warns: true }]
    : []
  return [...deprecated, ...(byPath[path] ?? [])]
}

const byPath: Readonly<Record<string, readonly PolicyMark[]>> = {
  '/service-role/': [
    { label: 'Service role', title: 'Made for a role that a service runs as.', warns: false },
  ],
  '/aws-service-role/': [
    {
      label: 'Service-linked',
      title: 'AWS attaches it to its own service-linked role; you cannot attach it.',
      warns: true,
    },
  ],
  '/job-function/': [{ label: 'Job function', title: 'Made for a job that people have.', warns: false }],
  '/root-task/': [{ label: 'Root task', title: 'Limits a session that acts as root.', warns: false }],
}

/** What it allows in a sentence. `nameOf` tells what people call a service. */
export const sentenceOf = ({ allows }: ManagedPolicy, nameOf: (prefix: string) => string): string =>
  allowsSentence(allows, nameOf)

export const sizeWords = (size: number): string =>
  size < 1_000 ? `${size} characters` : `${(size / 1_000).toFixed(1)} k characters`

/** Every word that is typed has to be in the name, the path, a mark or among the services. */
export function matchesPolicy(
  policy: ManagedPolicy,
  words: readonly string[],
  nameOf: (prefix: string) => string,
): boolean {
  const services = policy.allows.services.map(({ prefix }) => `${prefix} ${nameOf(prefix)}`)
  const text = [policy.name, policy.path, ...services, ...marksOf(policy).map(({ label }) => label)]
    .join(' ')
    .toLowerCase()
  return words.every(word => text.includes(word))
}

/** Those that people can attach come first; among them those whose name begins as typed, then those that hold it. */
export function byNearness(words: readonly string[]) {
  const [first = ''] = words
  const rank = ({ name, path }: ManagedPolicy) => {
    const at =
      first === ''
        ? 0
        : name
            .toLowerCase()
            .replace(/^(?:amazon|aws)_?/, '')
            .indexOf(first)
    return (path === '/aws-service-role/' ? 3 : 0) + (at < 0 ? 2 : at === 0 ? 0 : 1)
  }
  return (a: ManagedPolicy, b: ManagedPolicy) => rank(a) - rank(b)
}
