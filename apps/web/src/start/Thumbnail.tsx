import { drawSketch } from '@iam-canvas/exchange'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTheme } from '../design/theme.ts'
import { documentOf } from '../workspace/canvas-file.ts'
import { completeLayout } from '../canvas/complete-layout.ts'
import type { Portrait, SavedModelHead } from '../workspace/database.ts'
import { keepPortrait, loadModel } from '../workspace/saved-models.ts'
import { portraitOf } from './portrait-of.ts'
import styles from './StartPage.module.css'

const size = { width: 272, height: 148 }

/** A model in small. One that was saved before there were pictures is read once, and its picture kept. */
export function usePortrait(head: SavedModelHead): Portrait | undefined {
  const { data } = useQuery({
    queryKey: ['portrait', head.id, head.revision],
    queryFn: () => makePortrait(head.id),
    enabled: !head.portrait,
  })
  return head.portrait ?? data ?? undefined
}

async function makePortrait(id: string): Promise<Portrait | null> {
  const saved = await loadModel(id)
  const read = saved && documentOf(saved.text)
  if (!read?.ok) return null
  const portrait = portraitOf({ ...read.document, layout: completeLayout(read.document) })
  await keepPortrait(id, portrait).catch(() => undefined)
  return portrait
}

/** Drawn as text and shown as an image: nothing in it can act on the page. */
export function Thumbnail({ portrait }: { readonly portrait: Portrait | undefined }) {
  const theme = useTheme(state => state.theme)
  const address = useMemo(
    () =>
      portrait &&
      `data:image/svg+xml,${encodeURIComponent(drawSketch(portrait.sketch, theme, size.width, size.height))}`,
    [portrait, theme],
  )
  const empty = portrait?.sketch.boxes.length === 0
  return (
    <span className={styles.thumbnail} aria-hidden>
      {address && !empty && <img src={address} alt="" {...size} draggable={false} />}
      {empty && <span className={styles.nothing}>Empty</span>}
    </span>
  )
}
