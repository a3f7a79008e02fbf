import { expect, type Page } from '@playwright/test'
import { inspector, node, openApp, pick } from '../support/canvas.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

test.beforeEach(({ page }) => openApp(page))

const reference = (page: Page) => page.getByRole('dialog', { name: 'AWS reference' })
const shownPage = (page: Page) => reference(page).getByRole('article')

test('by mouse: from the AWS tab to an action, who may do it, and which policies of AWS grant it', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'AWS policies and actions' }).click()
  await page.getByText('Actions', { exact: true }).click()
  const panel = page.getByRole('region', { name: 'Actions of AWS' })
  await expect(panel.getByRole('button', { name: /^Amazon S3 s3, \d+ actions/ })).toBeVisible()
  await panel.getByRole('searchbox').fill('dynamodb put')
  // The descriptions come after the names, and are shown once they are there.
  await panel.getByRole('button', { name: /^dynamodb:PutItem Write create a new item/ }).click()
  const shown = shownPage(page)
  await expect(shown.getByRole('heading', { name: 'dynamodb:PutItem' })).toBeVisible()
  await expect(
    shown.getByText('arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}'),
  ).toBeVisible()
  await expect(shown.getByRole('link', { name: /^dynamodb:LeadingKeys/ })).toHaveAttribute(
    'href',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html#amazondynamodb-dynamodb_LeadingKeys',
  )
  await expect(shown.getByRole('link', { name: /^Its row in AWS’s reference/ })).toHaveAttribute(
    'href',
    /list_amazondynamodb\.html#amazondynamodb-PutItem$/,
  )
  const granting = shown.getByRole('region', { name: 'AWS managed policies that grant it' })
  await expect(
    granting.getByRole('listitem').filter({ hasText: 'AmazonDynamoDBFullAccess_v2' }),
  ).toContainText('on every resource')
  await granting.getByRole('button', { name: 'AmazonDynamoDBFullAccess_v2' }).click()
  const policy = page.getByRole('dialog', { name: 'AmazonDynamoDBFullAccess_v2' })
  await expect(policy.getByRole('button', { name: 'Attach', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(policy).toBeHidden()
  const who = shown.getByRole('region', { name: 'Who in this model may do it' })
  await expect(who.getByRole('listitem')).toHaveText(/^ci-deployallowed on GameOutcome$/)
  await who.getByRole('button', { name: 'ci-deploy' }).click()
  await expect(reference(page)).toBeHidden()
  await expect(
    inspector(page).getByRole('heading', { name: 'May ci-deploy dynamodb:PutItem?' }),
  ).toBeVisible()
})

test('by keyboard: palette, search by what it does, through the list with arrows, to the service and back', async ({
  page,
}) => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search all commands' })).toBeFocused()
  await page.keyboard.type('aws reference')
  await page.keyboard.press('Enter')
  await expect(reference(page).getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('pass a role to a service')
  const row = reference(page).getByRole('button', { name: /^iam:PassRole Write/ })
  await expect(row).toBeVisible()
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 8 && !(await row.evaluate(it => it === document.activeElement)); step++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(shownPage(page).getByRole('heading', { name: 'iam:PassRole' })).toBeVisible()
  await press(page, shownPage(page).getByRole('button', { name: 'AWS Identity and Access Management (IAM)' }))
  await expect(shownPage(page).getByRole('heading', { name: 'Permissions management' })).toBeVisible()
  // The focus is in the new page, so that its keys go on from there.
  await tabTo(page, shownPage(page).getByRole('button', { name: 'Back' }))
  await page.keyboard.press('Enter')
  await expect(shownPage(page).getByRole('heading', { name: 'iam:PassRole' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(reference(page)).toBeHidden()
})

test('from the inspector and from a policy text to the page of an action', async ({ page }) => {
  await pick(page, /^ana on GameOutcome: Some Read allowed/)
  await inspector(page)
    .getByRole('button', { name: /^What \w+ does/ })
    .click()
  await expect(shownPage(page).getByRole('heading', { name: /^dynamodb:/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await node(page, /^Policy WriteGameOutcome/).click()
  const word = inspector(page).getByText('"dynamodb:PutItem"').first()
  await word.click()
  await page.keyboard.press('F1')
  await expect(shownPage(page).getByRole('heading', { name: 'dynamodb:PutItem' })).toBeVisible()
  await page.keyboard.press('Escape')
  await word.hover()
  await page.getByRole('button', { name: 'Open in the reference' }).click()
  await expect(shownPage(page).getByRole('heading', { name: 'dynamodb:PutItem' })).toBeVisible()
})

test('what others have made is named in the app, with version and licence', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search all commands' })).toBeFocused()
  await page.keyboard.type('third-party')
  await page.keyboard.press('Enter')
  const notices = page.getByRole('dialog', { name: 'Third-party notices' })
  await expect(notices.getByRole('row', { name: /^@cloud-copilot\/iam-data: .+ MIT$/ })).toBeVisible()
  await expect(notices.getByRole('row', { name: /^react \d\S* MIT$/ })).toBeVisible()
  await press(page, notices.getByText(/^react, react-dom/))
  await expect(notices.getByText(/Meta Platforms/).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notices).toBeHidden()
})
