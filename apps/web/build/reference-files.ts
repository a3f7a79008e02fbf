import { cpSync, createReadStream, existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import type { Plugin, Rollup } from 'vite'

const generated = join(import.meta.dirname, '../../../packages/reference/generated')
const { stamp } = JSON.parse(readFileSync(join(generated, 'sources.json'), 'utf8')) as { stamp: string }

/**
 * Puts the compiled reference beside the app, under a folder named by its versions, where it is fetched file by file:
 * 4,500 files that are nobody's import and must not become modules.
 */
export function referenceFiles(): Plugin {
  let outDir = ''
  return {
    name: 'reference-files',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
    },
    configureServer(server) {
      const prefix = `/reference/${stamp}/`
      server.middlewares.use((request, response, next) => {
        const [path = ''] = (request.url ?? '').split('?')
        const file = path.startsWith(prefix) && normalize(join(generated, path.slice(prefix.length)))
        if (!file || !file.startsWith(generated) || !existsSync(file)) return next()
        response.setHeader('Content-Type', 'application/json')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle(_options, bundle) {
      const early = modulesOfFirstLoad(bundle).filter(id => ofReference.test(id))
      if (early.length > 0) this.error(`loaded before the canvas answers: ${early.join(', ')}`)
    },
    writeBundle() {
      cpSync(generated, join(outDir, 'reference', stamp), { recursive: true })
    },
  }
}

/** What reads the compiled files, and what shows them, must wait until somebody asks. */
const ofReference =
  /packages\/reference\/(?:generated|src\/(?:compiled|service-reference|managed-policies|doc-pages))|apps\/web\/src\/(?:reference|library)\//

/** The modules of the entry and of all that it imports statically. */
function modulesOfFirstLoad(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []))
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of reached) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) reached.add(next)
  }
  return chunks.filter(({ fileName }) => reached.has(fileName)).flatMap(({ moduleIds }) => moduleIds)
}
