import {
  Building2,
  FileText,
  Globe,
  HatGlasses,
  type LucideIcon,
  Network,
  Shield,
  StickyNote,
  User,
  Users,
} from 'lucide-react'
import { ResourceIcon } from '../canvas/ResourceIcon.tsx'

const icons: Readonly<Record<string, LucideIcon>> = {
  user: User,
  group: Users,
  role: HatGlasses,
  policy: FileText,
  external: Globe,
  account: Building2,
  ou: Network,
  control: Shield,
  note: StickyNote,
}

interface KindIconProps {
  readonly kind: string
  readonly service?: string | undefined
  readonly size?: number
}

/** The sign of a kind of thing, the same everywhere. */
export function KindIcon({ kind, service, size = 15 }: KindIconProps) {
  const Icon = icons[kind]
  return Icon ? (
    <Icon size={size} strokeWidth={1.75} aria-hidden />
  ) : (
    <ResourceIcon service={service ?? ''} size={size} />
  )
}
