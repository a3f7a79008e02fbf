/** Edits of policy texts, and the commands that carry them: an entry of its own, since deciding needs none of it. */
export { attach, commandForText, putInline } from './explanation/document-commands.ts'
export { withoutItem, withStatement, withValue } from './explanation/policy-edits.ts'
export { withArnRenamed } from './explanation/renamed-arns.ts'
