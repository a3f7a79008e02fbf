// Lints the policies of the folder in `IAM_CANVAS_CORPUS` and all AWS managed policies, and prints how often each code
// was found: `npm run lint:corpus`, with `-- CODE` to see where.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type LintedPolicy, lintedFolder, lintedManagedPolicies } from './linted-corpus.ts'

function print(title: string, policies: Iterable<LintedPolicy>) {
  const counts = new Map<string, { severity: string; findings: number; policies: number }>()
  let read = 0
  const wanted = process.argv.slice(3)
  for (const { name, text, findings } of policies) {
    read++
    const seen = new Set<string>()
    for (const { code, severity, message, range } of findings) {
      const count = counts.get(code) ?? { severity, findings: 0, policies: 0 }
      counts.set(code, count)
      count.findings++
      if (!seen.has(code)) count.policies++
      seen.add(code)
      if (wanted.includes(code))
        console.log(`${name}: ${text.slice(range.from, range.to).slice(0, 80)}: ${message}`)
    }
  }
  console.log(`\n${title}: ${read} policies`)
  for (const [code, count] of [...counts].sort((a, b) => b[1].findings - a[1].findings)) {
    console.log(
      `${String(count.findings).padStart(6)} in ${String(count.policies).padStart(4)}  ${count.severity.padEnd(16)}  ${code}`,
    )
  }
}

const root = process.cwd()
const corpus = join(process.env['IAM_CANVAS_CORPUS'] ?? '', 'policies')
if (process.env['IAM_CANVAS_CORPUS'] !== undefined && existsSync(corpus)) {
  print('Published policies', lintedFolder(root, corpus))
}
print('AWS managed policies', lintedManagedPolicies(root))
