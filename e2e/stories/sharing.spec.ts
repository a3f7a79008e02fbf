import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { bigDumpText } from '@iam-canvas/exchange/testing'
import { choose, connect, line, node, openApp } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { press } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const modelName = (page: Page) => page.getByRole('textbox', { name: 'Name of the model' })
const saved = (page: Page) => expect(page.getByText('saved', { exact: true })).toBeVisible()

async function openShare(page: Page, entry: RegExp, by: 'mouse' | 'keyboard' = 'mouse') {
  const button = page.getByRole('button', { name: 'Share', exact: true })
  const item = page.getByRole('menuitem', { name: entry })
  if (by === 'mouse') {
    await button.click()
    await item.click()
    return
  }
  await press(page, button)
  await expect(item).toBeVisible()
  await item.focus()
  await page.keyboard.press('Enter')
}

for (const by of ['mouse', 'keyboard'] as const) {
  test(`by ${by}: a link carries the model, opens as a copy, and once`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await connect(page, /^Policy WriteGameOutcome/, 'to ana')
    await openShare(page, /^Share as a link/, by)
    const share = page.getByRole('dialog', { name: 'Share as a link' })
    await expect(share.getByText(/\d kB of 32 kB/)).toBeVisible()
    const copy = share.getByRole('button', { name: 'Copy link' })
    if (by === 'mouse') await copy.click()
    else await press(page, copy)
    await expect(share.getByRole('button', { name: 'Copied' })).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/^http:\/\/localhost:\d+\/#model=1\.[\w-]+$/)
    await page.keyboard.press('Escape')
    await modelName(page).fill('Mine')
    await page.keyboard.press('Enter')
    await saved(page)

    // Nothing of what stands after # may ever be asked of a server.
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto('about:blank')
    await page.goto(link)
    const offer = page.getByRole('dialog', { name: 'Open the model in this link?' })
    await expect(offer).toContainText('Game results')
    await expect(offer).toContainText('2 users, 2 policies, 1 resource')
    // What is open meanwhile lies behind the question, and stays.
    await expect(page.getByLabel('Name of the model')).toHaveValue('Mine')
    const open = offer.getByRole('button', { name: 'Open as a copy' })
    if (by === 'mouse') await open.click()
    else {
      await expect(open).toBeFocused()
      await page.keyboard.press('Enter')
    }
    await expect(modelName(page)).toHaveValue('Game results')
    await expect(line(page, /^ana on GameOutcome: Some Read, Write allowed/)).toBeAttached()
    expect(new URL(page.url()).hash).toBe('')
    expect(asked.filter(url => url.includes('model=') && !url.includes('#'))).toEqual([])
    await page.getByRole('button', { name: 'Models' }).click()
    await expect(page.getByRole('menuitem', { name: /^Mine/ })).toBeVisible()
    await page.keyboard.press('Escape')

    await page.reload()
    await expect(modelName(page)).toHaveValue('Game results')
    await expect(offer).toHaveCount(0)
  })
}

test('a link opened in this very tab asks as well, and can be declined', async ({ page }) => {
  const file = {
    format: 'iam-canvas',
    schemaVersion: 1,
    model: { name: '<img src=x onerror="window.broken = true">', users: {}, accounts: {} },
  }
  const letters = deflateSync(JSON.stringify(file)).toString('base64url')
  await page.evaluate(fragment => {
    location.hash = fragment
  }, `model=1.${letters}`)
  const offer = page.getByRole('dialog', { name: 'Open the model in this link?' })
  await expect(offer).toContainText('<img src=x onerror="window.broken = true">')
  await offer.getByRole('button', { name: 'Not now' }).click()
  await expect(modelName(page)).toHaveValue('Game results')
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
})

const bomb = deflateSync(Buffer.alloc(40_000_000, 0x20)).toString('base64url')
const hostile: readonly (readonly [what: string, fragment: string, says: RegExp])[] = [
  [
    'a truncated link',
    'model=1.eJyrVkrLL8pNLFGyUkrMTNRNTsxLzFHSUSpOzkjNTQwuyUxVsjI01FHKzU9JBbINgcLJicmpEIFiJSuFMsXMlFQlK4Wk0mIlK8XKqgUA3CMWYQ',
    /link is not whole/,
  ],
  ['a link with nothing in it', 'model=1.', /link is not whole/],
  ['a link of a newer version', 'model=9.abcdef', /newer version/],
  ['a link that unfolds without end', `model=1.${bomb}`, /holds more than any model/],
  [
    'a link with another file',
    `model=1.${deflateSync('{"Version":"2012-10-17","Statement":[]}').toString('base64url')}`,
    /single policy/,
  ],
]

for (const [what, fragment, says] of hostile) {
  test(`${what} is refused with the reason and changes nothing`, async ({ page }) => {
    await page.evaluate(hash => {
      location.hash = hash
    }, fragment)
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByRole('alert')).toContainText('Your models are untouched')
    await expect(modelName(page)).toHaveValue('Game results')
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
    await expect.poll(() => new URL(page.url()).hash).toBe('')
  })
}

test('a model too large for a link says so with the number, and offers the file', async ({ page }) => {
  await chooseFile(page, 'account.json', bigDumpText({ users: 600, groups: 60, roles: 400, policies: 300 }))
  await page.getByRole('button', { name: 'Open account' }).click()
  await expect(modelName(page)).toHaveValue('account')
  await openShare(page, /^Share as a link/)
  const share = page.getByRole('dialog', { name: 'Share as a link' })
  await expect(share.getByRole('alert')).toContainText(/needs a link of \d+ kB. Beyond 32 kB/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    share.getByRole('button', { name: 'Save to a file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('account.iam-canvas.json')
})

test('by keyboard: the picture of the whole model as SVG', async ({ page }) => {
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Export picture' })
  await expect(dialog.getByRole('button', { name: 'Save SVG' })).toBeFocused()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('Game results.svg')
  const svg = await readFile(await download.path(), 'utf8')
  for (const words of [
    'ana',
    'ci-deploy',
    'ReadGameOutcome',
    'WriteGameOutcome',
    'Some Read, Write',
    'DynamoDB table',
    'allowed',
  ])
    expect(svg).toContain(`>${words}</text>`)
  expect(svg).not.toMatch(/<script|<foreignObject|href=/)
  // A browser agrees that it is one sound picture.
  const sound = await page.evaluate(text => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    return parsed.querySelector('parsererror') === null && parsed.querySelectorAll('path').length > 20
  }, svg)
  expect(sound).toBe(true)
})

test('by mouse: a picture of the selection, in the other colours, as PNG', async ({ page }) => {
  await choose(page, /^User ana/)
  await openShare(page, /^Export picture/)
  const dialog = page.getByRole('dialog', { name: 'Export picture' })
  await dialog.getByText('The selection').click()
  await dialog.getByText('Dark', { exact: true }).click()
  const preview = await dialog.getByRole('img', { name: 'Preview of Game results' }).getAttribute('src')
  const svg = decodeURIComponent(preview ?? '')
  expect(svg).toContain('>ana</text>')
  expect(svg).not.toContain('>ci-deploy</text>')
  expect(svg).toContain('#0f172a')
  await dialog.getByText('PNG', { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save PNG' }).click(),
  ])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  // Twice as large as drawn.
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(400)
  await expect(node(page, /^User ana/)).toBeVisible()
})
