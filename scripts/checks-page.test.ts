import { expect, it } from 'vitest'
import { checksPage } from './checks-page.ts'

it('docs/checks.md lists the checks that there are; if not, run `npm run checks`', async () => {
  await expect(checksPage()).toMatchFileSnapshot('../docs/checks.md')
})
