import { cpSync, createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
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
  let building = false
  return {
    name: 'reference-files',
    config: () => ({ build: { emptyOutDir: false } }),
    configResolved(config) {
      outDir = join(config.root, config.build.outDir)
      building = config.command === 'build'
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
    buildStart() {
      if (!building) return
      // Vite would empty the whole folder: deleting and writing 4,500 files takes longer than all of the build.
      remove(outDir, name => name !== 'reference')
      remove(join(outDir, 'reference'), name => name !== stamp)
    },
    writeBundle() {
      const folder = join(outDir, 'reference', stamp)
      if (existsSync(folder)) return
      // Whole or not at all: a build that is interrupted must not leave half of it under the name.
      rmSync(`${folder}.part`, { recursive: true, force: true })
      cpSync(generated, `${folder}.part`, { recursive: true })
      renameSync(`${folder}.part`, folder)
    },
  }
}

function remove(folder: string, unwanted: (name: string) => boolean) {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter(unwanted)) rmSync(join(folder, name), { recursive: true })
}

/** What reads the compiled files, and what shows them, must wait until somebody asks. Only what opens it may be there. */
const ofReference =
  /packages\/reference\/(?:generated|src\/(?:compiled|service-reference|managed-policies|doc-pages))|apps\/web\/src\/(?:reference|library)\/(?!reference-state|library-state)/

/** The modules of the entry and of all that it imports statically. */
function modulesOfFirstLoad(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []))
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of reached) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) reached.add(next)
  }
  return chunks.filter(({ fileName }) => reached.has(fileName)).flatMap(({ moduleIds }) => moduleIds)
}
