/** The public names of `lessons`, listed by hand. */
export { type Example, exampleModel, examples, type Show, type WalkStep } from './examples.ts'
