import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'

const source = join(import.meta.dirname, 'service-worker.js')

/** Writes the service worker last, when everything else is there: it carries the list of the files that the app is made of. */
export function serviceWorker(): Plugin {
  let outDir = ''
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry =>
            join(entry.parentPath, entry.name)
              .slice(outDir.length + 1)
              .split(sep)
              .join('/'),
          )
          .filter(
            name => !name.startsWith('reference/') && name !== 'service-worker.js' && !name.endsWith('.map'),
          )
          .sort()
        const hash = createHash('sha256')
        for (const name of files) hash.update(name).update(readFileSync(join(outDir, name)))
        const shell = { version: hash.digest('hex').slice(0, 16), files }
        const script = readFileSync(source, 'utf8').replace('self.SHELL', JSON.stringify(shell))
        writeFileSync(join(outDir, 'service-worker.js'), script)
      },
    },
  }
}
