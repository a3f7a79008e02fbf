import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, FilePlus2, FolderOpen, Search, Sparkles } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { shown } from '../canvas/nodes/NodeName.tsx'
import { count } from '../canvas/node-names.ts'
import { exampleEntries } from '../examples/example-entries.ts'
import { openNotices } from '../notices/notices-state.ts'
import { chooseFile } from '../open/open-file.ts'
import { openSaved } from '../open/open-at-start.ts'
import { openEmpty } from '../open/open-models.ts'
import { removeModel } from '../open/remove-model.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Messages } from '../ui/Messages.tsx'
import { listModels, purgeLongDeleted } from '../workspace/saved-models.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { DeletedModels } from './DeletedModels.tsx'
import { duplicateModel, renameModel } from './model-actions.ts'
import { ModelCard } from './ModelCard.tsx'
import { nextCard } from './next-card.ts'
import { closeStartPage, useStartPage } from './start-state.ts'
import styles from './StartPage.module.css'

const icon = { size: 15, strokeWidth: 1.75 }

/** All models of this browser, and the ways to begin another. Lies over the canvas; Escape goes back to it. */
export function StartPage() {
  const open = useStartPage(state => state.open)
  return (
    <Radix.Root open={open} onOpenChange={next => !next && closeStartPage()}>
      <Radix.Portal>
        <Radix.Content className={styles.page} aria-describedby={undefined} onInteractOutside={stay}>
          <Models />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const stay = (event: Event) => event.preventDefault()

function Models() {
  const openId = useWorkspace(state => state.modelId)
  const { data: models, isError } = useQuery({ queryKey: ['models'], queryFn: listModels })
  const { data: examples = [] } = useQuery({ queryKey: ['examples'], queryFn: exampleEntries })
  const [search, setSearch] = useState('')
  const [renaming, setRenaming] = useState<string>()
  const [current, setCurrent] = useState<string>()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // Only makes room; without storage there is nothing to purge.
    purgeLongDeleted().catch(() => undefined)
  }, [])

  const wanted = search.trim().toLowerCase()
  const found = (models ?? []).filter(({ name }) => name.toLowerCase().includes(wanted))
  const stop = found.some(({ id }) => id === current) ? current : found[0]?.id

  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  /** A card that has only just been made is drawn a few frames later; after `frames` the first one has to do. */
  const focusCard = (id: string | undefined, frames = 90) => {
    requestAnimationFrame(() => {
      const card =
        id && list.current?.querySelector<HTMLElement>(`[data-model="${CSS.escape(id)}"] [data-card]`)
      if (card) card.focus()
      else if (id && list.current && frames > 0) focusCard(id, frames - 1)
      else (cards()[0] ?? document.querySelector<HTMLElement>('[data-search]'))?.focus()
    })
  }
  const neighbourOf = (id: string) => {
    const at = found.findIndex(head => head.id === id)
    return (found[at + 1] ?? found[at - 1])?.id
  }
  const actions = {
    open: (id: string) => {
      if (id === openId) return closeStartPage()
      void openSaved(id).then(done => done && closeStartPage())
    },
    rename: async (id: string, name: string | undefined) => {
      setRenaming(undefined)
      if (name !== undefined) await renameModel(id, name)
      // Whoever clicked elsewhere is there already.
      if (!document.activeElement?.matches('button, input')) focusCard(id)
    },
    duplicate: async (id: string) => focusCard((await duplicateModel(id)) ?? id),
    remove: async (id: string) => {
      const next = neighbourOf(id)
      await removeModel(id)
      focusCard(next)
    },
  }

  const keys = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('[data-card]')
    const id = card && card.closest<HTMLElement>('[data-model]')?.dataset.model
    if (!card || !id) return
    const act = (run: () => void) => {
      event.preventDefault()
      run()
    }
    if (event.key === 'F2') return act(() => setRenaming(id))
    if (event.key === 'Delete') return act(() => void actions.remove(id))
    if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey))
      return act(() => void actions.duplicate(id))
    const next = nextCard(cards(), card, event.key)
    if (next) act(() => next.focus())
  }

  return (
    <>
      <header className={styles.head}>
        <Button look="quiet" icon={<ArrowLeft {...icon} />} onClick={closeStartPage}>
          Back to the canvas
        </Button>
        <Radix.Title className={styles.title}>Models</Radix.Title>
        <label className={styles.search}>
          <Search {...icon} aria-hidden />
          <input
            type="search"
            data-search
            aria-label="Search models"
            placeholder="Search models"
            value={search}
            onChange={event => setSearch(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'ArrowDown' && cards()[0]) {
                event.preventDefault()
                cards()[0]?.focus()
              }
              // Escape empties the search first, and leaves the page only then.
              if (event.key === 'Escape' && search !== '') {
                event.preventDefault()
                event.stopPropagation()
                setSearch('')
              }
            }}
          />
        </label>
        <span className={styles.starts}>
          <Button icon={<FolderOpen {...icon} />} onClick={() => begin(chooseFile)}>
            Open a file
          </Button>
          <Menu
            align="end"
            trigger={<Button icon={<Sparkles {...icon} />}>From a template</Button>}
            groups={[
              {
                heading: 'Finished accounts to look around in and change',
                entries: examples.map(({ label, hint, open }) => ({
                  label,
                  hint,
                  onSelect: () => begin(open),
                })),
              },
            ]}
          />
          <Button look="primary" icon={<FilePlus2 {...icon} />} onClick={() => begin(openEmpty)}>
            New empty model
          </Button>
        </span>
      </header>
      <div className={styles.body}>
        {isError && (
          <p className={styles.empty} role="alert">
            This browser does not let the page store anything, so there are no saved models. Save to a file to
            keep your work.
          </p>
        )}
        {models && models.length === 0 && (
          <p className={styles.empty}>
            Nothing is saved in this browser yet. What you make is kept here by itself.
          </p>
        )}
        {models && models.length > 0 && found.length === 0 && (
          <div className={styles.empty}>
            <p>No model is named like "{shown(search.trim())}".</p>
            <Button onClick={() => setSearch('')}>Show all {models.length}</Button>
          </div>
        )}
        <p className="visually-hidden" role="status">
          {models && `${count(found.length, 'model')}${wanted === '' ? '' : ' found'}`}
        </p>
        {/* The keys belong to the cards inside; each of them has an entry in the card's menu as well. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <ul ref={list} className={styles.grid} aria-label="Saved models" onKeyDown={keys}>
          {found.map(head => (
            <ModelCard
              key={head.id}
              head={head}
              isOpen={head.id === openId}
              renaming={renaming === head.id}
              tabIndex={head.id === stop ? 0 : -1}
              onFocus={() => setCurrent(head.id)}
              onOpen={() => actions.open(head.id)}
              onRename={name => void actions.rename(head.id, name)}
              onDuplicate={() => void actions.duplicate(head.id)}
              onDelete={() => void actions.remove(head.id)}
              onStartRename={() => setRenaming(head.id)}
            />
          ))}
        </ul>
        <DeletedModels />
        <p>
          <Button look="quiet" onClick={openNotices}>
            Third-party notices
          </Button>
        </p>
      </div>
      <div className={styles.messages}>
        <Messages />
      </div>
    </>
  )
}

/** What begins a model shows it. */
function begin(run: () => unknown) {
  closeStartPage()
  void run()
}
