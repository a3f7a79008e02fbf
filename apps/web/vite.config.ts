import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { noticesText } from './build/notices-text.ts'
import { referenceFiles } from './build/reference-files.ts'
import { serviceWorker } from './build/service-worker.ts'

/**
 * All that the page needs before the canvas answers, in one file: in many small ones each is compressed by itself, which
 * makes a tenth more of them. The page's own module stays the entry, since a group has none.
 */
const firstLoad = {
  name: 'first',
  tags: ['$initial' as const],
  test: (id: string) => !id.endsWith('index.html') && !id.endsWith('main.tsx'),
}

export default defineConfig({
  base: './',
  plugins: [react(), noticesText(), referenceFiles(), serviceWorker()],
  worker: { format: 'es' },
  // A worker's dependencies are found late, which reloads the page in development.
  optimizeDeps: { include: ['comlink', 'valibot', 'jsonc-parser'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1_000,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [firstLoad] } } },
  },
  preview: { host: 'localhost', open: false },
})
