/** Something of others that ships with the app. */
export interface ShippedPart {
  readonly name: string
  readonly version: string
  readonly license: string
}

export interface Notices {
  readonly sections: readonly { readonly title: string; readonly parts: readonly ShippedPart[] }[]
  /** Texts of licences, each with the names of what is under it. */
  readonly licenses: readonly { readonly names: string; readonly text: string }[]
}

/** Reads the file that `npm run notices` makes. Its form is tested. */
export function readNotices(markdown: string): Notices {
  const [tables = '', licenses = ''] = markdown.split(/^## Licences$/m)
  return {
    sections: tables
      .split(/^## /m)
      .slice(1)
      .map(section => ({ title: section.slice(0, section.indexOf('\n')), parts: partsIn(section) })),
    licenses: licenses
      .split(/^### /m)
      .slice(1)
      .map(part => {
        const end = part.indexOf('\n')
        return { names: part.slice(0, end), text: part.slice(end).replaceAll(/^```$/gm, '').trim() }
      }),
  }
}

const partsIn = (section: string): readonly ShippedPart[] =>
  [...section.matchAll(/^\| (?<name>[^|]+) \| (?<version>[^|]+) \| (?<license>[^|]+) \|$/gm)].flatMap(
    ({ groups: { name = '', version = '', license = '' } = {} }) =>
      name === 'package' ? [] : [{ name, version, license }],
  )
