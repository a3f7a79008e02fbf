// Finds a Chromium for the end-to-end tests, and installs one where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './paths.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function installed() {
  return [process.env.CHROMIUM_PATH, ...usualPlaces].find(path => path && existsSync(path))
}

/** The path of a Chromium, or `undefined` when Playwright's own is to be used. */
export function ensureBrowser() {
  const found = installed()
  if (found) return found
  const asRootWithApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (asRootWithApt) {
    console.log('Installing Chromium …')
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core', 'fonts-liberation'],
      { stdio: 'ignore' },
    )
    return installed()
  }
  const playwright = createRequire(join(root, 'e2e', 'package.json')).resolve('@playwright/test/cli')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit' })
  return undefined
}
