import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const web = join(root, 'apps', 'web')
export const results = join(root, 'test-results')
