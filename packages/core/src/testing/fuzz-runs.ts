/** How often a property is tried: `FUZZ_RUNS` for those who have time, what is usual otherwise. */
export const fuzzRuns = (usual: number): number => Number(process.env['FUZZ_RUNS'] ?? usual)

/** `FUZZ_SEED` for other cases, the same ones every time otherwise. */
export const fuzzSeed = Number(process.env['FUZZ_SEED'] ?? 20_261_124)

/** Nobody waits for these tests to be quick, and on a busy machine none of them may fail for being slow. */
export const patience = (runs: number): { readonly timeout: number } => ({
  timeout: Math.max(120_000, runs * 50),
})
