import { ChevronDown } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { type AddKind, addKinds, addThing } from './add-thing.ts'
import { KindIcon } from './KindIcon.tsx'
import styles from './Palette.module.css'
import { usePaletteDrag } from './use-palette-drag.ts'

const firstKeys = [
  'user',
  'group',
  'role',
  'policy',
  'dynamodb table',
  's3 bucket',
  'lambda function',
  'account',
]
const first = firstKeys.flatMap(key => addKinds.find(kind => kind.key === key) ?? [])
const further = addKinds.filter(kind => !first.includes(kind))

const sections = [
  { heading: 'Organization', section: 'organization' },
  { heading: 'Outside', section: 'outside' },
  { heading: 'Resources', section: 'resource' },
] as const

/** What can be added: click or Enter puts it in free space, dragging puts it where it is dropped. */
export function Palette() {
  return (
    <section className={styles.palette} aria-label="Add">
      <h2 className={styles.heading}>Add</h2>
      <div className={styles.grid}>
        {first.map(kind => (
          <PaletteButton key={kind.key} kind={kind} />
        ))}
        <Menu
          trigger={
            <Button className={styles.item} icon={<ChevronDown size={15} strokeWidth={1.75} />}>
              More
            </Button>
          }
          groups={sections.map(({ heading, section }) => ({
            heading,
            entries: further
              .filter(kind => kind.section === section)
              .map(kind => ({
                label: kind.label,
                icon: <KindIcon kind={kind.icon} service={kind.service} />,
                onSelect: () => addThing(kind),
                ...(kind.letter && { keys: kind.letter.toUpperCase() }),
              })),
          }))}
        />
      </div>
    </section>
  )
}

function PaletteButton({ kind }: { readonly kind: AddKind }) {
  const drag = usePaletteDrag(kind)
  return (
    <Button
      className={styles.item}
      icon={<KindIcon kind={kind.icon} service={kind.service} />}
      aria-label={`Add ${kind.label}`}
      {...drag}
    >
      {kind.label}
    </Button>
  )
}
