/** How AWS classes what an action does. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging'

export interface ActionFacts {
  /** Without the prefix, as AWS spells it: `GetObject`. */
  readonly name: string
  readonly level: AccessLevel
  readonly description?: string
  /** The names of the resource types that it is asked of; none when it is asked of `*` alone. */
  readonly resourceTypes: readonly string[]
  /** The condition keys that a request for it can carry, those of its resource types included: `s3:prefix`. */
  readonly conditionKeys: readonly string[]
}

export interface ResourceTypeFacts {
  readonly name: string
  /** The forms of its ARN: `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arns: readonly string[]
}

export interface ConditionKeyFacts {
  /** As AWS spells it, a tag's name as `${TagKey}`. */
  readonly key: string
  /** `String`, `Bool`, `Numeric`, `Date`, `ARN`, `ArrayOfString`, … */
  readonly type: string
  readonly description?: string
}

/** One service of the Service Authorization Reference. The keys of its maps are in lower case. */
export interface ServiceEntry {
  readonly prefix: string
  readonly name: string
  readonly actions: ReadonlyMap<string, ActionFacts>
  readonly resourceTypes: ReadonlyMap<string, ResourceTypeFacts>
  readonly conditionKeys: ReadonlyMap<string, ConditionKeyFacts>
}

/**
 * What is known of AWS's services. Whatever answers `undefined` is not loaded yet, and every check that would need it
 * keeps silent.
 */
export interface ServiceReference {
  /** All action prefixes there are, in lower case. */
  readonly prefixes: ReadonlySet<string> | undefined
  readonly service: (prefix: string) => ServiceEntry | undefined
}

/** Nothing is loaded. */
export const noReference: ServiceReference = { prefixes: undefined, service: () => undefined }
