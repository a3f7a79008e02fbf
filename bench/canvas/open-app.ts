import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { drawnAccount } from './drawn-account.ts'

export async function served(outDir: string): Promise<string> {
  const server = await preview({
    configFile: false,
    root: outDir,
    build: { outDir: '.' },
    preview: { port: 0, host: 'localhost' },
    logLevel: 'silent',
  })
  const address = server.httpServer.address()
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  return context.newPage()
}

/** The app with the account open and saved, so that a reload draws it at once. */
export async function appWith(browser: Browser, address: string, nodes: number): Promise<Page> {
  const file = join(tmpdir(), `iam-canvas-bench-${nodes}.json`)
  await writeFile(file, drawnAccount(nodes))
  const page = await newPage(browser)
  await page.goto(address)
  await page.locator('.react-flow__node').first().waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await (await chooser).setFiles(file)
  await page.getByText(`${nodes} nodes`).first().waitFor({ timeout: 60_000 })
  await page.locator('.react-flow__node').first().waitFor({ timeout: 60_000 })
  await page.getByText('saved', { exact: true }).first().waitFor({ timeout: 60_000 })
  return page
}
