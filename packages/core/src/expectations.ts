/** What somebody expects of a model, and whether it holds: an entry of its own for examples, lessons and saved tests. */
export { checkExpectation, type Checked, type Expectation, meets } from './explanation/expectation.ts'
