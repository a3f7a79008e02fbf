/** Finished accounts to open, each with a walk-through. An entry of its own, so that opening one loads no lesson. */
import { bucketAndObjects } from './examples/bucket-and-objects.ts'
import { companyExamples } from './examples/companies.ts'
import type { Example } from './example.ts'
import { functionExamples } from './examples/functions.ts'
import { gameTableExamples } from './examples/game-table.ts'
import { organizationExample } from './examples/organization.ts'
import { pipelineExamples } from './examples/pipelines.ts'

export { type Example, exampleModel, type Show, type WalkStep } from './example.ts'

/** In the order in which they are worth reading. */
export const examples: readonly Example[] = [
  ...gameTableExamples,
  bucketAndObjects,
  ...functionExamples,
  ...pipelineExamples,
  ...companyExamples,
  organizationExample,
]
