import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { referenceFiles } from './build/reference-files.ts'
import { serviceWorker } from './build/service-worker.ts'

export default defineConfig({
  base: './',
  plugins: [react(), referenceFiles(), serviceWorker()],
  worker: { format: 'es' },
  // A worker's dependencies are found late, which reloads the page in development.
  optimizeDeps: { include: ['comlink', 'valibot', 'jsonc-parser'] },
  build: { target: 'es2022', chunkSizeWarningLimit: 700, reportCompressedSize: false },
  preview: { host: 'localhost', open: false },
})
