import { type DocumentId, documentsOf, type Model, type ModelDocument, parsedPolicy } from '@iam-canvas/core'
import { lintInSteps, lintModel, placeOfDocument, SEVERITIES } from '@iam-canvas/core/lint'
import type { LintFinding } from '@iam-canvas/core/lint'
import { useWorkspace } from '../workspace/workspace.ts'
import { loadedReference, wantServices } from './loaded-reference.ts'
import { marksOf } from './marks.ts'
import { type Problem, useProblems } from './problems.ts'
import { wantedTexts } from './wanted-texts.ts'

interface Linted {
  readonly text: string
  /** All that the findings hang on beside the text. */
  readonly circumstances: string
  readonly findings: readonly LintFinding[]
}

/** Long enough that nothing runs between two keystrokes, short enough to be there when one looks up. */
const pause = 150
/** How long the page may be kept from doing anything else. */
const slice = 8

let linted = new Map<DocumentId, Linted>()
let timer: ReturnType<typeof setTimeout> | undefined
let pass = 0

/** Lints the model, now and after each change: what is open in an editor first, the rest in idle moments. */
export function startLinting() {
  schedule()
  useWorkspace.subscribe((state, before) => {
    if (state.document.model !== before.document.model || state.document.drafts !== before.document.drafts) {
      schedule()
    }
  })
  wantedTexts.onMore = schedule
}

function schedule() {
  clearTimeout(timer)
  timer = setTimeout(() => void lintAll(), pause)
}

async function lintAll() {
  const mine = ++pass
  const { model, drafts } = useWorkspace.getState().document
  const wanted = wantedTexts.ids()
  const documents = documentsOf(model)
    .filter(document => wanted.has(document.id) || !isManagedByAws(model, document))
    .sort((a, b) => Number(wanted.has(b.id)) - Number(wanted.has(a.id)))
  const next = new Map<DocumentId, Linted>()
  const prefixes = new Set<string>()
  let until = performance.now() + slice
  let wantedLeft = wanted.size
  const letOthersIn = async () => {
    await idle()
    until = performance.now() + slice
  }
  for (const document of documents) {
    const text = drafts[document.id] ?? document.text
    const parsed = parsedPolicy(text)
    const { kind, standing } = placeOfDocument(model, document)
    const own = prefixesIn(text)
    for (const prefix of own) prefixes.add(prefix)
    const loaded = [...own].filter(prefix => loadedReference.service(prefix)).join()
    const circumstances = `${kind} ${standing.account} ${standing.inlineOf} ${standing.service} ${[...(standing.heldBy ?? [])].join()} ${loadedReference.prefixes !== undefined} ${loaded}`
    const known = linted.get(document.id)
    if (known?.text === text && known.circumstances === circumstances) next.set(document.id, known)
    else {
      const steps = lintInSteps(parsed, { kind, standing, reference: loadedReference })
      let step = steps.next()
      while (!step.done) {
        if (performance.now() > until) await letOthersIn()
        if (mine !== pass) return
        step = steps.next()
      }
      next.set(document.id, { text, circumstances, findings: step.value })
    }
    if (wanted.has(document.id) && --wantedLeft === 0) showTexts(next)
    if (performance.now() > until) await letOthersIn()
    if (mine !== pass) return
  }
  linted = next
  publish(model, next)
  void wantServices(prefixes, schedule)
}

function showTexts(next: ReadonlyMap<DocumentId, Linted>) {
  const { texts } = useProblems.getState()
  useProblems.setState({ texts: new Map([...texts, ...next]) })
}

function publish(model: Model, texts: ReadonlyMap<DocumentId, Linted>) {
  const problems: Problem[] = documentsOf(model)
    .filter(document => !isManagedByAws(model, document))
    .flatMap(({ id, owner }) =>
      (texts.get(id)?.findings ?? []).map(finding => ({ ...finding, document: id, entity: owner })),
    )
  problems.push(...lintModel(model))
  const ranked = problems.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  useProblems.setState(({ marks }) => ({
    texts,
    problems: ranked,
    marks: marksOf(ranked, marks),
    complete: true,
  }))
}

/** Nobody can edit those, so nothing in them is for anybody here to mend. */
const isManagedByAws = (model: Model, { purpose, owner }: ModelDocument): boolean =>
  purpose === 'identity' && model.policies[owner as `policy:${string}`]?.account === 'aws'

/** The service prefixes that a policy text names, in actions, keys and ARNs. */
function prefixesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, prefix = ''] of text.matchAll(/"([A-Za-z][\w-]{0,62}):[^"\s]/g))
    found.add(prefix.toLowerCase())
  for (const [, prefix = ''] of text.matchAll(/"arn:[^:"]{0,20}:([a-z0-9-]{1,40}):/g)) found.add(prefix)
  for (const other of ['arn', 'aws', 'http', 'https']) found.delete(other)
  return found
}

const idle = (): Promise<void> =>
  new Promise(resolve => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 })
    else setTimeout(resolve, 16)
  })
