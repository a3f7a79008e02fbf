import type { Problem } from '../lint/problems.ts'
import { focusRegion } from '../shell/regions.ts'
import { useSettings } from '../workspace/settings.ts'
import { showDocument } from '../workspace/show-document.ts'
import { select } from '../workspace/workspace.ts'

/** Selects what the problem is about and goes to its place in the text; without one, to its panel. */
export function goToProblem({ entity, document, range }: Problem) {
  if (document && range) {
    showDocument(entity, document, range)
    return
  }
  useSettings.setState({ inspector: true })
  select({ kind: 'entities', ids: [entity] })
  requestAnimationFrame(() => void focusRegion('inspector'))
}
