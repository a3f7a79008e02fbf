import { defineConfig } from 'vitest/config'

// Laws over random inputs take seconds, and on a busy machine some more; a test that hangs is still cut off.
const testTimeout = 60_000

const inWeb = (file: string) => new URL(`apps/web/src/${file}`, import.meta.url).pathname

const node = (name: string, root: string) => ({
  test: {
    name,
    root,
    environment: 'node',
    testTimeout,
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**'],
  },
})

export default defineConfig({
  test: {
    projects: [
      node('core', 'packages/core'),
      node('exchange', 'packages/exchange'),
      node('lessons', 'packages/lessons'),
      node('reference', 'packages/reference'),
      node('scripts', 'scripts'),
      {
        test: {
          name: 'web',
          root: 'apps/web',
          environment: 'happy-dom',
          testTimeout,
          include: ['src/**/*.test.{ts,tsx}'],
          // What the app loads after its canvas, and no test waits for.
          setupFiles: ['workspace/deciding/deciding.ts', 'canvas/words-of-aws.ts'].map(inWeb),
        },
      },
    ],
  },
})
