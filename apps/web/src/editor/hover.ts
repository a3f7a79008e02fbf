import { type Extension, StateEffect, StateField } from '@codemirror/state'
import {
  closeHoverTooltips,
  type EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from '@codemirror/view'
import { explainAt, type Explained } from './explain-at.ts'
import { pageLink } from './page-link.ts'
import { placeAt } from './place-at.ts'
import { vocabulary } from './vocabulary.ts'

async function explanationAt(view: EditorView, pos: number): Promise<Tooltip | null> {
  const { state } = view
  const string = placeAt(state, pos)?.string
  const explained = string && (await explainAt(state, pos))
  // It takes a moment to look up, and what was asked about may be gone by then.
  if (!string || !explained || !view.state.doc.eq(state.doc)) return null
  return {
    pos: string.from,
    end: string.to,
    above: true,
    create: () => ({ dom: explanationElement(explained, state.facet(vocabulary)?.openAction) }),
  }
}

const setAsked = StateEffect.define<Tooltip | null>()

/** What was asked for by key: it goes with Escape, or as soon as the cursor moves or something is typed. */
const asked = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(setAsked)) return effect.value
    return docChanged || selection ? null : tooltip
  },
  provide: field => showTooltip.from(field),
})

async function explainAtCursor(view: EditorView) {
  const tooltip = await explanationAt(view, view.state.selection.main.head)
  if (!tooltip) return
  const create = () => {
    const { dom } = tooltip.create(view)
    dom.setAttribute('role', 'status')
    return { dom }
  }
  view.dispatch({ effects: [closeHoverTooltips, setAsked.of({ ...tooltip, create })] })
}

/** Whether something was asked for that is still shown; it is closed then. */
export function closeAsked(view: EditorView): boolean {
  if (!view.state.field(asked, false)) return false
  view.dispatch({ effects: setAsked.of(null) })
  return true
}

/** Says what stands under the pointer, or with Shift F1 at the cursor. */
export const policyHover: Extension = [
  hoverTooltip(explanationAt, { hideOnChange: true }),
  asked,
  keymap.of([
    {
      key: 'Shift-F1',
      run(view) {
        void explainAtCursor(view)
        return true
      },
    },
  ]),
]

/** F1: the action at the cursor, in the reference. */
export const referenceKey: Extension = keymap.of([
  {
    key: 'F1',
    run(view) {
      const openAction = view.state.facet(vocabulary)?.openAction
      if (!openAction || !placeAt(view.state, view.state.selection.main.head)?.string) return false
      void explainAt(view.state, view.state.selection.main.head).then(
        found => found?.action && openAction(found.action),
      )
      return true
    },
  },
])

function explanationElement(
  { title, lines, rows = [], page, action }: Explained,
  openAction: ((action: string) => void) | undefined,
): HTMLElement {
  const element = document.createElement('div')
  element.className = 'cm-explained'
  const add = (tag: string, text: string, parent: HTMLElement = element) => {
    const child = document.createElement(tag)
    child.textContent = text
    parent.append(child)
    return child
  }
  add('strong', title)
  for (const line of lines) add('p', line)
  if (rows.length > 0) {
    const list = add('dl', '')
    for (const [name, meaning] of rows) {
      add('dt', name, list)
      add('dd', meaning, list)
    }
  }
  if (page) element.append(pageLink(page))
  if (action && openAction) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = 'Open in the reference'
    button.addEventListener('click', () => openAction(action))
    element.append(button)
  }
  return element
}
