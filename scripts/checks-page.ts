import {
  CHECK_GROUPS,
  CHECKS,
  type CheckWords,
  MODEL_CHECKS,
  SEVERITIES,
} from '../packages/core/src/lint/index.ts'

const heading: readonly string[] = [
  '# What is checked',
  '',
  'Made from the code by `npm run checks`: change the checks in `packages/core/src/lint`, not this page.',
  '',
  'Each check has a code that stays, and one of four severities: **error**, AWS refuses it or it never does what it says;',
  '**security-warning**, it gives more than is likely meant; **warning**, it probably means something else; **suggestion**,',
  'it could be plainer. A check that needs to know a service keeps silent until that is loaded. ✎ marks those that can',
  'mend what they find at a click.',
  '',
]

const row = ({ code, severity, title, why, page }: CheckWords, fixes: boolean): string =>
  `| \`${code}\`${fixes ? ' ✎' : ''} | ${severity} | **${cell(title)}.** ${cell(why)} [AWS](${page}) |`

const cell = (text: string): string => text.replaceAll('|', '\\|')

const table = (rows: readonly string[]): readonly string[] => [
  '| code | severity | what and why |',
  '|---|---|---|',
  ...rows,
]

/** `docs/checks.md`: every check with what it teaches. */
export function checksPage(): string {
  const all: readonly CheckWords[] = [...CHECKS, ...MODEL_CHECKS]
  const counts = SEVERITIES.map(
    severity => `${all.filter(check => check.severity === severity).length} ${severity}`,
  )
  return [
    ...heading,
    `${all.length} checks: ${counts.join(', ')}.`,
    '',
    ...CHECK_GROUPS.flatMap(({ title, checks }) => [
      `## ${title}`,
      '',
      ...table(checks.map(check => row(check, check.fixes === true))),
      '',
    ]),
    '## The model as a whole',
    '',
    ...table(MODEL_CHECKS.map(check => row(check, false))),
    '',
  ].join('\n')
}
