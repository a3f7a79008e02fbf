import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

type SyntaxNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>

/** Where a position stands in a JSON text, however half typed that is. */
export interface Place {
  /** The names and numbers that lead there from the root; for a name that is being typed, to the object it will be in. */
  readonly path: readonly (string | number)[]
  /** Whether a property name belongs here, or a value. */
  readonly role: 'name' | 'value'
  /** The inside of the string that is there, without its quotes. */
  readonly string: { readonly from: number; readonly to: number } | undefined
}

/** Milliseconds. */
const patience = 100

/** `undefined` outside of everything. */
export function placeAt(state: EditorState, at: number): Place | undefined {
  // The tree of a long text is made bit by bit: what is before the position is needed now.
  const tree = ensureSyntaxTree(state, at, patience) ?? syntaxTree(state)
  let node: SyntaxNode | null = tree.resolveInner(at, -1)
  const string = stringAt(state, node, at)
  let role: Place['role'] | undefined
  const path: (string | number)[] = []
  let inside = at
  for (; node; node = node.parent) {
    switch (node.name) {
      case 'PropertyName':
        role ??= string ? 'name' : undefined
        break
      case 'Property': {
        const name: SyntaxNode | null = node.getChild('PropertyName')
        // The name itself is in the object, and not under itself.
        if (name && inside > name.to) {
          role ??= 'value'
          path.unshift(nameIn(state, name))
        } else role ??= 'name'
        break
      }
      case 'Array':
        role ??= 'value'
        path.unshift(indexIn(node, inside))
        break
      case 'Object':
        role ??= 'name'
        break
      default:
    }
    inside = Math.min(inside, node.from + 1)
  }
  return role && { path, role, string }
}

function stringAt(state: EditorState, node: SyntaxNode, at: number): Place['string'] {
  if (node.name !== 'String' && node.name !== 'PropertyName') return undefined
  const closed = node.to - node.from > 1 && state.sliceDoc(node.to - 1, node.to) === '"'
  if (at <= node.from || (closed && at >= node.to)) return undefined
  return { from: node.from + 1, to: closed ? node.to - 1 : node.to }
}

function nameIn(state: EditorState, node: SyntaxNode): string {
  const text = state.sliceDoc(node.from, node.to)
  try {
    return String(JSON.parse(text))
  } catch {
    return text.replaceAll('"', '')
  }
}

/** How many items end before a position. */
function indexIn(array: SyntaxNode, at: number): number {
  let index = 0
  for (let child = array.firstChild; child; child = child.nextSibling) {
    if (child.name === '[' || child.name === ']' || child.name === ',') continue
    if (child.to < at && !child.type.isError) index++
  }
  return index
}
