/** Sizes in canvas units. Nodes have fixed sizes, so that nothing has to be measured before it is drawn. */
export const card = { width: 184, height: 56 } as const

export const group = {
  header: 44,
  padding: 16,
  gap: 8,
  emptyHeight: 104,
  ghostHeight: 28,
  /** Members stand in one column until they would make a tower. */
  columnsFor: (members: number) =>
    members <= 5 ? 1 : members <= 16 ? 2 : Math.min(6, Math.ceil(Math.sqrt(members / 3))),
} as const

export const policy = { width: 200, header: 38, line: 17, footer: 10, mostSentences: 3 } as const

export const resource = { width: 184, height: 56, part: 28, mostParts: 3 } as const

/** Accounts and OUs. The title bar leaves room for what stands out above the cards below it. */
export const frame = {
  header: 60,
  bar: 40,
  padding: 24,
  gap: 32,
  least: 288,
  empty: { width: 288, height: 116 },
  collapsed: { width: 240, height: 72 },
} as const

export interface Size {
  readonly width: number
  readonly height: number
}

export function groupSize(members: number, ghosts: number): Size {
  const columns = group.columnsFor(members)
  const rows = Math.ceil(members / columns)
  const width = group.padding * 2 + columns * card.width + (columns - 1) * group.gap
  if (members === 0 && ghosts === 0) return { width, height: group.emptyHeight }
  const membersHeight = rows * card.height + Math.max(0, rows - 1) * group.gap
  const ghostsHeight = Math.ceil(ghosts / columns) * group.ghostHeight
  const between = members > 0 && ghosts > 0 ? group.gap : 0
  return { width, height: group.header + membersHeight + between + ghostsHeight + group.padding }
}

/** Where the ghosts begin, below the members. */
export function ghostsTop(members: number): number {
  if (members === 0) return group.header
  const rows = Math.ceil(members / group.columnsFor(members))
  return group.header + rows * (card.height + group.gap)
}

/** Where the nth member stands, from the top left of its group. */
export function memberPosition(index: number, members: number): { readonly x: number; readonly y: number } {
  const columns = group.columnsFor(members)
  return {
    x: group.padding + (index % columns) * (card.width + group.gap),
    y: group.header + Math.floor(index / columns) * (card.height + group.gap),
  }
}

export function resourceSize(parts: number): Size {
  const shown = Math.min(parts, resource.mostParts) + (parts > resource.mostParts ? 1 : 0)
  return { width: resource.width, height: resource.height + shown * resource.part }
}
