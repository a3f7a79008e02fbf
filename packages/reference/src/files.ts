/**
 * The forms of the files that `compile` writes and the app fetches. They are kept short for the way over the network:
 * `read-service.ts` and its neighbours turn them into what the app works with.
 */

/** Which data this is: it stands in the address of every file, so that files never change once they are fetched. */
export interface SourcesFile {
  /** Names the set of files: the versions of the packages, and a hash of what was made of them. */
  readonly stamp: string
  readonly sources: readonly Source[]
  readonly services: number
  readonly actions: number
  readonly resourceTypes: number
  readonly policies: number
  /** Characters of the files that are fetched for a search over everything, so that a wait has an end in sight. */
  readonly lengths: { readonly actions: number; readonly words: number }
}

/** A package that the files were compiled from. */
export interface Source {
  readonly package: string
  readonly version: string
  /** Day of the data, as `2026-09-26`. */
  readonly date: string
  readonly license: string
  readonly copyright: string
  readonly what: string
}

/** `L`ist, `R`ead, `W`rite, `P`ermissions management, `T`agging. */
export type LevelLetter = 'L' | 'R' | 'W' | 'P' | 'T'

/** Prefix, name, number of actions, and 1 where RCPs bind the service. */
export type ServiceRow = readonly [prefix: string, name: string, actions: number, resourceControl?: 1]

export interface ServicesFile {
  readonly services: readonly ServiceRow[]
  /** Global condition keys with their types. */
  readonly globalKeys: readonly (readonly [key: string, type: string])[]
}

/**
 * Actions that share level, types and keys. Types are separated by commas, for some have
 * blanks in their names; `*` after one says that it is required.
 */
export type ActionRow = readonly [level: LevelLetter, types: string, keys: readonly number[], names: string]

export interface ServiceFile {
  readonly name: string
  readonly keys: readonly (readonly [key: string, type: string])[]
  readonly types: readonly (readonly [type: string, arn: string, keys: readonly number[]])[]
  readonly actions: readonly ActionRow[]
}

/** What each action and key is for, by name. */
export interface WordsFile {
  readonly actions: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, string>>
}

/** Every action by service, for the search: level and names, in the order of the alphabet. */
export type ActionsFile = Readonly<Record<string, Partial<Readonly<Record<LevelLetter, string>>>>>

/** The index of AWS managed policies, a column for each thing that is known, in the alphabetical order of the names. */
export interface PoliciesFile {
  /** With blanks between. */
  readonly names: string
  /** Letters of `policyPaths`, with commas between. */
  readonly paths: string
  /** Characters of the latest document, without blanks. */
  readonly sizes: readonly number[]
  /** How many versions there are. */
  readonly versions: readonly number[]
  /**
   * What it allows, a line for each: services with levels, such as `dynamodb:LR`, `dynamodb:*` for all its actions,
   * `+3` for services that are not named; `*` for everything.
   */
  readonly allows: string
}

export interface PolicyFile {
  readonly version: string
  readonly document: unknown
}

/** One version against the one before: what statements came and went, as `Allow s3:GetObject`. */
export interface VersionRow {
  readonly version: string
  /** Empty where the source does not tell. */
  readonly date: string
  readonly added?: readonly string[]
  readonly removed?: readonly string[]
  /** Something else is different: resources, conditions, names of statements. */
  readonly otherwise?: true
}

/** For a service: sets of its actions, as bits in hexadecimal over the alphabetical order, each with the policies that allow them. */
export type GrantsFile = readonly (readonly [actions: string, policies: readonly number[]])[]
