import { defineConfig } from 'vitest/config'

const node = (name: string, root: string) => ({
  test: { name, root, environment: 'node', include: ['**/*.test.ts'], exclude: ['**/node_modules/**'] },
})

export default defineConfig({
  test: {
    projects: [
      node('core', 'packages/core'),
      node('exchange', 'packages/exchange'),
      node('reference', 'packages/reference'),
      node('scripts', 'scripts'),
      {
        test: {
          name: 'web',
          root: 'apps/web',
          environment: 'happy-dom',
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
