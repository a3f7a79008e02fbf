import { type Problem, refuse } from './problem.ts'
import type { EntityId, Tag } from './records.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html: rules for tagging in IAM. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
const MOST_TAGS = 50

export function tagsProblem(tags: readonly Tag[], at?: EntityId): Problem | undefined {
  for (const { key, value } of tags) {
    if (key === '') return refuse('invalid-tag', 'a tag needs a key', at)
    if (key.length > 128)
      return refuse('invalid-tag', `a tag key has at most 128 characters, this one ${key.length}`, at)
    if (value.length > 256) {
      return refuse(
        'invalid-tag',
        `a tag value has at most 256 characters, that of \`${key}\` ${value.length}`,
        at,
      )
    }
    if (/^aws:/i.test(key))
      return refuse('invalid-tag', `\`${key}\`: tag keys that begin with aws: are AWS's own`, at)
    if (!TAG_TEXT.test(key) || !TAG_TEXT.test(value)) {
      return refuse(
        'invalid-tag',
        `\`${key}\`: a tag takes letters, digits, blanks and _ . : / = + - @ only`,
        at,
      )
    }
  }
  return tags.length > MOST_TAGS
    ? refuse('invalid-tag', `at most ${MOST_TAGS} tags, these are ${tags.length}`, at)
    : undefined
}

type Tagged = { readonly id: EntityId; readonly tags: readonly Tag[] }

/** The tags after TagUser and the like: a known key gets the new value in its place. Keys of IAM ignore case. */
export function withTags(entity: Tagged, added: readonly Tag[]): readonly Tag[] | Problem {
  const invalid = tagsProblem(added, entity.id)
  if (invalid) return invalid
  const tags = [...entity.tags]
  for (const tag of added) {
    const at = tags.findIndex(known => sameKey(known.key, tag.key))
    if (at < 0) tags.push(tag)
    else tags[at] = tag
  }
  return tagsProblem(tags.length > MOST_TAGS ? tags : [], entity.id) ?? tags
}

/** The tags after UntagUser and the like. An unknown key is refused, so that a typing mistake shows. */
export function withoutTags(entity: Tagged, keys: readonly string[]): readonly Tag[] | Problem {
  for (const key of keys) {
    if (!entity.tags.some(tag => sameKey(tag.key, key))) {
      return refuse('unknown-tag', `there is no tag \`${key}\` to remove`, entity.id)
    }
  }
  return entity.tags.filter(tag => !keys.some(key => sameKey(tag.key, key)))
}

export const isProblem = (outcome: readonly Tag[] | Problem): outcome is Problem => !Array.isArray(outcome)

const sameKey = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase()
