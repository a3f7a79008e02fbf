import type { Problem } from '../lint/problems.ts'
import { focusRegion } from '../shell/regions.ts'
import { revealPlace } from '../workspace/revealed.ts'
import { useSettings } from '../workspace/settings.ts'
import { select } from '../workspace/workspace.ts'

/** Selects what the problem is about and goes to its place in the text; without one, to its panel. */
export function goToProblem({ entity, document, range }: Problem) {
  useSettings.setState({ inspector: true })
  select({ kind: 'entities', ids: [entity] })
  if (document && range) revealPlace(document, range)
  else requestAnimationFrame(() => void focusRegion('inspector'))
}
