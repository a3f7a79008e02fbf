import { drawPicture, type DrawnPicture, type PictureTheme } from '@iam-canvas/exchange'
import { Copy, Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { drawnLines } from '../canvas/drawn-lines.ts'
import { useTheme } from '../design/theme.ts'
import { download, fileStem } from '../open/download.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { tell, warn } from '../ui/messages.ts'
import { selectedEnds } from '../workspace/selection.ts'
import { useAskedContext } from '../workspace/use-asked-context.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { pictureOf } from './picture-of.ts'
import { pngSize, toPng } from './png.ts'
import { closeShare, useShare } from './share-state.ts'
import styles from './share.module.css'

const icon = { size: 15, strokeWidth: 1.75 }

/** The model as a picture, drawn from the model itself. */
export function PictureDialog() {
  const open = useShare(state => state.dialog === 'picture')
  return (
    <Dialog open={open} onClose={closeShare} title="Export picture" wide>
      {open && <Export />}
    </Dialog>
  )
}

function Export() {
  const { document, access, accessMode, selection } = useWorkspace()
  const context = useAskedContext()
  const theme = useTheme(state => state.theme)
  const chosen = useMemo(
    () =>
      selection.kind === 'entities'
        ? new Set<string>([...selection.ids, ...(selection.notes ?? [])])
        : undefined,
    [selection],
  )
  const [what, setWhat] = useState<'all' | 'selection'>('all')
  const [look, setLook] = useState<PictureTheme>(theme)
  const [format, setFormat] = useState<'svg' | 'png'>('svg')
  const only = what === 'selection' ? chosen : undefined

  const drawn = useMemo(() => {
    const { lines } = drawnLines(document.model, access, accessMode, selectedEnds(selection))
    return drawPicture(pictureOf({ document, lines, context, ...(only && { only }) }), { theme: look })
  }, [document, access, accessMode, selection, context, only, look])
  const preview = useMemo(() => `data:image/svg+xml,${encodeURIComponent(drawn.svg)}`, [drawn])
  const name = `${fileStem(document.model.name)}.${format}`

  return (
    <>
      <div className={styles.preview} data-theme={look}>
        <img src={preview} alt={`Preview of ${document.model.name}`} />
      </div>
      <div className={styles.choices}>
        <Choice
          label="What"
          value={what}
          onChoose={setWhat}
          options={[
            { value: 'all', label: 'Everything' },
            { value: 'selection', label: 'The selection', disabled: !chosen || chosen.size === 0 },
          ]}
        />
        <Choice
          label="Colours"
          value={look}
          onChoose={setLook}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <Choice
          label="Format"
          value={format}
          onChoose={setFormat}
          options={[
            { value: 'svg', label: 'SVG' },
            { value: 'png', label: 'PNG' },
          ]}
        />
      </div>
      <div className={styles.exportRow}>
        <span className={styles.quiet}>{sizeWords(drawn, format)}</span>
        {format === 'svg' || typeof ClipboardItem !== 'undefined' ? (
          <Button icon={<Copy {...icon} />} onClick={() => void copy(drawn, format)}>
            Copy
          </Button>
        ) : null}
        <Button
          look="primary"
          icon={<Download {...icon} />}
          onClick={() => void save(drawn, format, name)}
          data-autofocus
        >
          Save {format.toUpperCase()}
        </Button>
      </div>
    </>
  )
}

function sizeWords(drawn: DrawnPicture, format: 'svg' | 'png'): string {
  if (format === 'svg') return `${drawn.width} × ${drawn.height}, sharp at any size`
  const { width, height, scale } = pngSize(drawn)
  const size = `${width.toLocaleString()} × ${height.toLocaleString()} pixels`
  return scale < 1
    ? `${size}: at ${Math.max(1, Math.round(scale * 100))} %, since larger ones cannot be made. SVG stays sharp`
    : size
}

async function save(drawn: DrawnPicture, format: 'svg' | 'png', name: string) {
  try {
    download(format === 'svg' ? new Blob([drawn.svg], { type: 'image/svg+xml' }) : await toPng(drawn), name)
    closeShare()
    tell(`Saved to ${name}`)
  } catch {
    warn('This browser could not draw the picture as PNG. SVG works')
  }
}

async function copy(drawn: DrawnPicture, format: 'svg' | 'png') {
  try {
    if (format === 'svg') await navigator.clipboard.writeText(drawn.svg)
    // The promise goes in as it is: some browsers allow copying only in the very moment of the click.
    else await navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(drawn) })])
    closeShare()
    tell(format === 'svg' ? 'SVG copied as text' : 'Picture copied')
  } catch {
    warn('This browser does not let the page copy it. Save it instead')
  }
}
