import {
  ChevronDown,
  CircleHelp,
  Download,
  FilePlus2,
  FolderOpen,
  History,
  ImageDown,
  LayoutGrid,
  Link2,
  Moon,
  PanelLeft,
  PanelRight,
  Share2,
  Sparkles,
  Sun,
  Trash2,
} from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTheme } from '../design/theme.ts'
import { exampleEntries } from '../examples/example-entries.ts'
import { chooseFile } from '../open/open-file.ts'
import { openSaved } from '../open/open-at-start.ts'
import { openEmpty } from '../open/open-models.ts'
import { saveToFile } from '../open/save-file.ts'
import { removeOpenModel } from '../open/remove-model.ts'
import { RequestBar } from '../request/RequestBar.tsx'
import { exportPicture, shareLink } from '../share/share-state.ts'
import { openStartPage } from '../start/start-state.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { listModels } from '../workspace/saved-models.ts'
import { useSettings } from '../workspace/settings.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { openVersions } from '../versions/versions-state.ts'
import { ModelName } from './ModelName.tsx'
import { SaveState } from './SaveState.tsx'
import { openShortcuts } from './shortcuts-state.ts'
import styles from './TopBar.module.css'

const icon = { size: 15, strokeWidth: 1.75 }
const mostRecent = 8

export function TopBar() {
  const { theme, toggle } = useTheme()
  const { sidebar, inspector } = useSettings()
  return (
    <header className={styles.bar}>
      <Button
        look="quiet"
        label="Start page"
        className={styles.home}
        icon={<img className={styles.logo} src="./favicon.svg" alt="" />}
        onClick={openStartPage}
      />
      <ModelName />
      <SaveState />
      <FileMenu />
      <span className={styles.space} />
      <RequestBar />
      <span className={styles.space} />
      <Button icon={<FolderOpen {...icon} />} onClick={chooseFile}>
        Open
      </Button>
      <Button icon={<Download {...icon} />} onClick={saveToFile}>
        Save to file
      </Button>
      <ShareMenu />
      <span className={styles.tools}>
        <Button
          look="quiet"
          label={sidebar ? 'Hide the left panel' : 'Show the left panel'}
          icon={<PanelLeft {...icon} />}
          onClick={() => useSettings.setState({ sidebar: !sidebar })}
        />
        <Button
          look="quiet"
          label={inspector ? 'Hide the inspector' : 'Show the inspector'}
          icon={<PanelRight {...icon} />}
          onClick={() => useSettings.setState({ inspector: !inspector })}
        />
        <Button
          look="quiet"
          label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          icon={theme === 'dark' ? <Sun {...icon} /> : <Moon {...icon} />}
          onClick={toggle}
        />
        <Button
          look="quiet"
          label="Keyboard shortcuts"
          icon={<CircleHelp {...icon} />}
          onClick={openShortcuts}
        />
      </span>
    </header>
  )
}

function ShareMenu() {
  return (
    <Menu
      align="end"
      trigger={<Button icon={<Share2 {...icon} />}>Share</Button>}
      groups={[
        {
          entries: [
            {
              label: 'Share as a link …',
              hint: 'the whole model in the address; no server sees it',
              icon: <Link2 {...icon} />,
              onSelect: shareLink,
            },
            {
              label: 'Export picture …',
              hint: 'SVG or PNG',
              icon: <ImageDown {...icon} />,
              keys: 'Ctrl Shift E',
              onSelect: exportPicture,
            },
          ],
        },
      ]}
    />
  )
}

function FileMenu() {
  const open = useWorkspace(state => state.modelId)
  const { data: models = [] } = useQuery({ queryKey: ['models'], queryFn: listModels })
  const others = models.filter(model => model.id !== open).slice(0, mostRecent)
  return (
    <Menu
      trigger={
        <Button look="quiet" label="Models" icon={<ChevronDown {...icon} />} className={styles.models} />
      }
      groups={[
        {
          entries: [
            { label: 'New empty model', icon: <FilePlus2 {...icon} />, onSelect: () => void openEmpty() },
            {
              label: 'New from an example',
              icon: <Sparkles {...icon} />,
              entries: async () =>
                (await exampleEntries()).map(({ label, hint, open: begin }) => ({
                  label,
                  hint,
                  onSelect: () => void begin(),
                })),
            },
            {
              label: 'Open a file …',
              hint: 'an account dump, a saved model, a policy',
              icon: <FolderOpen {...icon} />,
              keys: 'Ctrl O',
              onSelect: chooseFile,
            },
            { label: 'Save to a file', icon: <Download {...icon} />, keys: 'Ctrl S', onSelect: saveToFile },
          ],
        },
        {
          entries: [
            {
              label: 'Versions …',
              hint: 'keep one, see what changed, go back',
              icon: <History {...icon} />,
              onSelect: openVersions,
            },
          ],
        },
        {
          heading: 'In this browser',
          entries: others.map(model => ({
            label: model.name,
            hint: new Date(model.savedAt).toLocaleString(),
            onSelect: () => void openSaved(model.id),
          })),
        },
        {
          entries: [
            {
              label: 'All models …',
              hint: 'search, rename, duplicate, take back',
              icon: <LayoutGrid {...icon} />,
              keys: 'Ctrl Shift O',
              onSelect: openStartPage,
            },
            {
              label: 'Delete this model',
              icon: <Trash2 {...icon} />,
              danger: true,
              onSelect: () => void removeOpenModel(),
            },
          ],
        },
      ]}
    />
  )
}
