import { expect, type Page } from '@playwright/test'
import { drag, entry, inspector, line, message, node, openApp, spot, undoAll } from '../support/canvas.ts'
import { chooseFile } from '../support/files.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

const name = 'AmazonDynamoDBReadOnlyAccess'

test.beforeEach(({ page }) => openApp(page))

const library = (page: Page) => page.getByRole('region', { name: 'AWS managed policies' })

async function search(page: Page, words: string) {
  await page.getByRole('tab', { name: 'AWS policies and actions' }).click()
  await page.getByRole('searchbox', { name: 'Search AWS managed policies' }).fill(words)
}

test('by mouse: a managed policy dragged out of the library onto a user is attached, in one step', async ({
  page,
}) => {
  await search(page, 'dynamodb readonly')
  await drag(
    page,
    library(page).getByRole('button', { name: new RegExp(`^${name}`) }),
    node(page, /^User ana/),
    {
      before: () => expect(page.getByText(`Attach ${name} to ana`)).toBeVisible(),
    },
  )
  await expect(message(page, new RegExp(`^${name} attached to ana`))).toBeVisible()
  await expect(line(page, /^ana on GameOutcome: List, some Read allowed/)).toBeAttached()
  await expect(inspector(page).getByText(`arn:aws:iam::aws:policy/${name}`)).toBeVisible()
  expect(await undoAll(page)).toBe(1)
  await expect(node(page, new RegExp(`^Policy ${name}`))).toHaveCount(0)
})

test('by mouse: on the open canvas it stands by itself, and a second time nothing is added', async ({
  page,
}) => {
  await search(page, 'AWSLambdaBasicExecutionRole')
  const row = library(page).getByRole('button', { name: /^AWSLambdaBasicExecutionRole/ })
  await expect(row).toContainText('Service role')
  await drag(page, row, await spot(page, 300, 90))
  await expect(node(page, /^Policy AWSLambdaBasicExecutionRole/)).toBeVisible()
  await drag(page, row, await spot(page, 300, 600))
  await expect(message(page, /is on the canvas already/)).toBeVisible()
  await expect(node(page, /^Policy AWSLambdaBasicExecutionRole/)).toHaveCount(1)
})

test('by keyboard: search, read the document and what AWS changed, attach', async ({ page }) => {
  await tabTo(page, page.getByRole('tab', { name: 'Build' }))
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'AWS policies and actions' })).toBeFocused()
  await press(page, page.getByRole('searchbox', { name: 'Search AWS managed policies' }))
  await page.keyboard.type('dynamodb readonly')
  await press(page, library(page).getByRole('button', { name: new RegExp(`^${name}`) }))
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog.getByText('"GeneralReadOnlyAccess"')).toBeVisible()
  await press(page, dialog.getByText(/^What AWS changed in \d+ versions/))
  await expect(dialog.getByText('Allow dynamodb:GetAbacStatus')).toBeVisible()
  await expect(dialog.getByRole('link', { name: /AWS’s page on it/ })).toHaveAttribute(
    'href',
    `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`,
  )
  await dialog.getByRole('combobox', { name: 'Attach to' }).selectOption('ci-deploy')
  await press(page, dialog.getByRole('button', { name: 'Attach', exact: true }))
  await expect(dialog).toBeHidden()
  await expect(message(page, new RegExp(`^${name} attached to ci-deploy`))).toBeVisible()
})

const dump = {
  UserDetailList: [
    {
      UserName: 'bo',
      UserId: 'AIDAEXAMPLEBO',
      Arn: 'arn:aws:iam::111122223333:user/bo',
      Path: '/',
      AttachedManagedPolicies: [
        { PolicyName: name, PolicyArn: `arn:aws:iam::aws:policy/${name}` },
        { PolicyName: 'AWSLambdaFullAccess', PolicyArn: 'arn:aws:iam::aws:policy/AWSLambdaFullAccess' },
      ],
    },
  ],
  GroupDetailList: [],
  RoleDetailList: [],
  Policies: [],
}

test('a dump that names policies of AWS without their text gets it from the library', async ({ page }) => {
  await chooseFile(page, 'account.json', JSON.stringify(dump))
  const dialog = page.getByRole('dialog', { name: 'Open account.json' })
  await expect(dialog.getByText(/the current one was filled in from the reference/)).toBeVisible()
  await expect(dialog.getByText(/AWS lists no policy of this name any more/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Open account' }).click()
  await entry(page, new RegExp(name)).click()
  await expect(inspector(page).getByText('"GeneralReadOnlyAccess"')).toBeVisible()
  await entry(page, /AWSLambdaFullAccess/).click()
  await expect(inspector(page).getByText('AWS names AWSLambda_FullAccess in its place.')).toBeVisible()
})
