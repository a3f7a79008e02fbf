import { expect, test as base } from '@playwright/test'

/** A story: a test that also fails on anything that any of its pages complained of meanwhile. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', error => complaints.push(String(error.error())))
      context.on('console', entry => {
        if (entry.type() === 'error') complaints.push(entry.text())
      })
      await use(complaints)
      expect(complaints, 'what the pages complained of').toEqual([])
    },
    { auto: true },
  ],
})
