/** How AWS classes an action, in its own words. */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging'

/**
 * A resource type: its name as the Service Authorization Reference spells it, what people call it, and the end of its
 * ARN from the region on. `{name}` stands for text without slashes and colons, `{+name}` for any text.
 */
export type TypeRow = readonly [type: string, label: string, format: string]

/**
 * Actions of one access level that are asked of the same resource types, the names separated by spaces. Types are
 * separated by commas, for some have spaces in their names; none at all means that the actions are asked of no resource.
 */
export type ActionRow = readonly [level: AccessLevel, types: string, actions: string]

/**
 * Everyday facts about one service, from AWS's Service Authorization Reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
export interface Service {
  /** What stands before the colon of an action. */
  readonly prefix: string
  readonly label: string
  /** The service whose resource types its actions are asked of, where they are not its own: STS is asked of IAM's roles. */
  readonly typesOf?: string
  readonly types: readonly TypeRow[]
  readonly actions: readonly ActionRow[]
}
