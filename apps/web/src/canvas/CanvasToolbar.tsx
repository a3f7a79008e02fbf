import { useReactFlow, useStore } from '@xyflow/react'
import {
  Eye,
  Hand,
  History,
  LayoutGrid,
  Maximize,
  MousePointer2,
  Redo2,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { toggleHistory, useHistoryDrawer } from '../history-panel/history-state.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { redoAloud, undoAloud } from '../workspace/perform.ts'
import { type AccessMode, setAccessMode, useWorkspace } from '../workspace/workspace.ts'
import styles from './CanvasToolbar.module.css'
import { fitAll } from './fit.ts'
import { tidy } from './tidy.ts'

export type Tool = 'select' | 'hand'

const icon = { size: 16, strokeWidth: 1.75 }

export const accessModeWords: Readonly<Record<AccessMode, string>> = {
  off: 'No access lines',
  selection: 'Lines of the selection',
  all: 'All access lines',
}

interface CanvasToolbarProps {
  readonly tool: Tool
  readonly onTool: (tool: Tool) => void
}

export function CanvasToolbar({ tool, onTool }: CanvasToolbarProps) {
  const undoable = useWorkspace(state => state.history.past.at(-1)?.label)
  const redoable = useWorkspace(state => state.history.future[0]?.label)
  const mode = useWorkspace(state => state.accessMode)
  const zoom = useStore(state => Math.round(state.transform[2] * 100))
  const history = useHistoryDrawer(state => state.open)
  const flow = useReactFlow()
  return (
    <div role="toolbar" aria-label="Canvas tools" className={styles.toolbar}>
      <Button
        look="quiet"
        label="Select and drag"
        aria-pressed={tool === 'select'}
        icon={<MousePointer2 {...icon} />}
        onClick={() => onTool('select')}
      />
      <Button
        look="quiet"
        label="Pan"
        aria-pressed={tool === 'hand'}
        icon={<Hand {...icon} />}
        onClick={() => onTool('hand')}
      />
      <span className={styles.rule} />
      <Button
        look="quiet"
        label={undoable ? `Undo: ${undoable}` : 'Undo'}
        disabled={!undoable}
        icon={<Undo2 {...icon} />}
        onClick={undoAloud}
      />
      <Button
        look="quiet"
        label={redoable ? `Redo: ${redoable}` : 'Redo'}
        disabled={!redoable}
        icon={<Redo2 {...icon} />}
        onClick={redoAloud}
      />
      <Button
        look="quiet"
        label="History"
        aria-pressed={history}
        icon={<History {...icon} />}
        onClick={toggleHistory}
      />
      <span className={styles.rule} />
      <Menu
        trigger={
          <Button look="quiet" label={`Access lines: ${accessModeWords[mode]}`} icon={<Eye {...icon} />} />
        }
        groups={[
          {
            heading: 'Access lines (A)',
            entries: (['all', 'selection', 'off'] as const).map(choice => ({
              label: accessModeWords[choice],
              icon: choice === mode ? '✓' : '',
              onSelect: () => setAccessMode(choice),
            })),
          },
        ]}
      />
      <Button
        look="quiet"
        label="Tidy up the layout"
        icon={<LayoutGrid {...icon} />}
        onClick={() => tidy()}
      />
      <span className={styles.rule} />
      <Button
        look="quiet"
        label="Zoom out"
        icon={<ZoomOut {...icon} />}
        onClick={() => void flow.zoomOut()}
      />
      <Button look="quiet" className={styles.zoom} onClick={() => void flow.zoomTo(1)} title="Zoom to 100 %">
        {zoom} %
      </Button>
      <Button look="quiet" label="Zoom in" icon={<ZoomIn {...icon} />} onClick={() => void flow.zoomIn()} />
      <Button
        look="quiet"
        label="Fit everything"
        icon={<Maximize {...icon} />}
        onClick={() => fitAll(flow)}
      />
    </div>
  )
}
