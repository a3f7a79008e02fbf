import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keystrokes } from './canvas/keystrokes.ts'
import { launch, newPage, served } from './canvas/open-app.ts'
import { row } from './measure.ts'

/**
 * How long a keystroke in a policy keeps the page from answering, in the built app, in time of the page's own thread:
 * `npm run bench:keystroke`. The anchor is the same page with nothing typed.
 */
const times = 30
/** What AWS takes in a managed policy. */
const fullPolicy = 6_144

const at = (all: readonly number[], share: number) =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length * share)] ?? 0

const shown = (all: readonly number[]) =>
  `median ${at(all, 0.5).toFixed(1)}, p95 ${at(all, 0.95).toFixed(1)} ms`

const statement = (index: number) => ({
  Sid: `Tables${index}`,
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query', 's3:GetObject'],
  Resource: [
    `arn:aws:dynamodb:eu-west-1:111122223333:table/Game${index}*`,
    `arn:aws:s3:::results-${index}/*`,
  ],
})

/** A policy as long as AWS takes one: white space is not counted. */
function full(): string {
  const statements: object[] = []
  const text = () => ({ Version: '2012-10-17', Statement: statements })
  while (JSON.stringify(text()).length < fullPolicy - 200) statements.push(statement(statements.length))
  return JSON.stringify(text(), null, 2)
}

/** One of AWS's own, with its newest text. */
async function published(name: string): Promise<string> {
  const file = join(process.env.BENCH_POLICIES ?? '', `${name}.json`)
  const { document } = JSON.parse(await readFile(file, 'utf8')) as { readonly document: object }
  return JSON.stringify(document, null, 2)
}

const browser = await launch()
const address = await served(process.env.BENCH_APP ?? '')

async function typing(page: Page, text: string) {
  const node = page.getByRole('group', { name: /^Policy ReadGameOutcome/ })
  await node.click()
  const editor = page.getByRole('textbox', { name: /^Policy text/ })
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  // All checks and services that the text names are there, and the cursor stands in a Sid.
  await page.waitForTimeout(4_000)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+f')
  await page.keyboard.insertText('"Sid": "')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(1_000)
}

for (const [what, text] of [
  [`a full policy, ${fullPolicy.toLocaleString('en')} characters`, full()],
  ['ReadOnlyAccess', await published('ReadOnlyAccess')],
  ['AWSSupportServiceRolePolicy, the longest', await published('AWSSupportServiceRolePolicy')],
] as const) {
  const page = await newPage(browser)
  await page.goto(address)
  await page.getByRole('group', { name: /^Policy ReadGameOutcome/ }).waitFor()
  await typing(page, text)
  console.log(`\n${what}: ${text.length.toLocaleString('en')} with its blanks\n`)
  const idle = await keystrokes(page, '', 10)
  row('nothing typed', shown(idle.map(({ atOnce }) => atOnce)), 'the anchor')
  const all = await keystrokes(page, 'x', times)
  row('until a letter is shown', shown(all.map(({ atOnce }) => atOnce)), 'the browser’s part with it')
  row('of that, script', shown(all.map(({ script }) => script)), '≤ 16 ms')
  row('after it, in slices', shown(all.map(({ later }) => later)), 'lets others in every 8 ms')
  await page.context().close()
}

await browser.close()
process.exit(0)
