import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 4317)
const executablePath = process.env.CHROMIUM_PATH
// Chromium's own sandbox cannot start for root, which is what containers run as.
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: './stories',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 7_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    // It would fetch the whole app ahead in every story; the story about working offline allows it.
    serviceWorkers: 'block',
    video: 'off',
    // Tracing doubles the time of the whole suite; look for a fault with `--trace on` and the one story.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        ...(asRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [{ name: 'stories' }, { name: 'picture', testDir: './picture', use: { deviceScaleFactor: 2 } }],
  webServer: {
    command: `node ../scripts/serve.mjs ${port}`,
    url: `http://localhost:${port}`,
    reuseExistingServer: process.env.CI !== 'true',
  },
})
