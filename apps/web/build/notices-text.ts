import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const file = join(import.meta.dirname, '../../../THIRD-PARTY-NOTICES.md')
const name = 'virtual:third-party-notices'

/** The text of the generated notices as a module: it lies above the app, whose own modules stay in their package. */
export function noticesText(): Plugin {
  return {
    name: 'notices-text',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      this.addWatchFile(file)
      return `export default ${JSON.stringify(readFileSync(file, 'utf8'))}`
    },
  }
}
