import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bigDumpText } from '@iam-canvas/exchange/testing'
import { expect, type Page } from '@playwright/test'
import { entry, inspector, line, node, openApp } from '../support/canvas.ts'
import { chooseFile, dropFile } from '../support/files.ts'
import { press, tabTo } from '../support/keyboard.ts'
import { test } from '../support/story.ts'

const corpus = process.env.IAM_CANVAS_CORPUS
const dumps = corpus && existsSync(join(corpus, 'gaad')) ? join(corpus, 'gaad') : undefined

test.beforeEach(({ page }) => openApp(page))

const document = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements })

const small = JSON.stringify({
  UserDetailList: [
    {
      UserName: 'ana',
      UserId: 'AIDA1',
      Arn: 'arn:aws:iam::111122223333:user/ana',
      Path: '/',
      GroupList: ['mobile-devs-qa'],
      AttachedManagedPolicies: [],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'mobile-devs-qa',
      GroupId: 'AGPA1',
      Arn: 'arn:aws:iam::111122223333:group/mobile-devs-qa',
      Path: '/',
      GroupPolicyList: [
        {
          PolicyName: 'Scores',
          PolicyDocument: document({
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
            Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Scores',
          }),
        },
      ],
      AttachedManagedPolicies: [],
    },
  ],
  RoleDetailList: [
    {
      RoleName: 'score-writer',
      RoleId: 'AROA1',
      Arn: 'arn:aws:iam::111122223333:role/score-writer',
      Path: '/',
      AssumeRolePolicyDocument: document({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      RolePolicyList: [],
      AttachedManagedPolicies: [
        { PolicyName: 'Releases', PolicyArn: 'arn:aws:iam::111122223333:policy/Releases' },
      ],
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Ceiling',
      },
      Tags: [{ Key: 'team', Value: 'mobile' }],
    },
  ],
  Policies: [
    {
      PolicyName: 'Releases',
      Arn: 'arn:aws:iam::111122223333:policy/Releases',
      DefaultVersionId: 'v1',
      AttachmentCount: 1,
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: encodeURIComponent(
            JSON.stringify(
              document({
                Effect: 'Allow',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::releases', 'arn:aws:s3:::releases/*'],
              }),
            ),
          ),
        },
      ],
    },
    {
      PolicyName: 'Ceiling',
      Arn: 'arn:aws:iam::111122223333:policy/Ceiling',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 1,
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: document({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }),
        },
      ],
    },
  ],
})

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Open / })
const accept = (page: Page) => page.getByRole('button', { name: 'Open account' }).click()

test('by drop: an account comes in with its memberships, policies, boundary, trust and tags', async ({
  page,
}) => {
  await dropFile(page, 'account.json', small)
  await expect(dialog(page).getByRole('list', { name: 'What came in' })).toContainText('1 user')
  await accept(page)
  await expect(node(page, /^User ana, in mobile-devs-qa/)).toBeVisible()
  await expect(node(page, /^Group mobile-devs-qa, 1 member, 1 policy/)).toBeVisible()
  await expect(node(page, /^Role score-writer, 1 policy, boundary Ceiling/)).toContainText('trusts lambda')
  await expect(node(page, /^Resource releases/)).toContainText('releases/*')
  await expect(line(page, /^ana on Scores: Some Read, Write allowed/)).toBeAttached()
  // The boundary lets only reading through.
  await expect(line(page, /^score-writer on releases: .*Read.* allowed/)).toBeAttached()
  await entry(page, /^Role score-writer/).click()
  await expect(inspector(page)).toContainText('team = mobile')
})

test('by keyboard: the file is chosen and opened with Enter', async ({ page }) => {
  await chooseFile(page, 'account.json', small, 'keyboard')
  await expect(page.getByRole('button', { name: 'Open account' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(node(page, /^User ana, in mobile-devs-qa/)).toBeVisible()
})

test('by keyboard: the file is chosen, and Cancel changes nothing', async ({ page }) => {
  await expect(page.getByRole('contentinfo')).toContainText(/\b14 allowed/)
  await chooseFile(page, 'account.json', small, 'keyboard')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('contentinfo')).toContainText(/\b14 allowed/)
  await expect(node(page, /^User ci-deploy/)).toBeVisible()
})

test('what was open before is kept and can be opened again', async ({ page }) => {
  await chooseFile(page, 'account.json', small)
  await accept(page)
  await expect(node(page, /^Role score-writer/)).toBeVisible()
  await page.getByRole('button', { name: 'Models' }).click()
  await page.getByRole('menuitem', { name: /^Game results/ }).click()
  await expect(node(page, /^User ci-deploy/)).toBeVisible()
})

test('500 users, 300 roles and 800 policies open, and can be worked with', async ({ page }) => {
  const text = bigDumpText()
  await chooseFile(page, 'big.json', text)
  await expect(dialog(page)).toContainText('500 users', { timeout: 15_000 })
  await accept(page)
  await expect(page.getByRole('contentinfo')).toContainText(/\d{3,} allowed/)
  await expect(entry(page, /^Group /).first()).toBeVisible()
  // One of them is chosen and its lines appear: the page answers.
  await entry(page, /^User /)
    .first()
    .click()
  await expect(inspector(page).getByRole('heading', { name: /^What .* may do$/ })).toBeVisible()
})

for (const file of dumps ? readdirSync(dumps) : ['the published dumps']) {
  test(`published: ${file}`, async ({ page }) => {
    test.skip(!dumps, 'IAM_CANVAS_CORPUS is not set')
    await chooseFile(page, join(dumps ?? '', file))
    await expect(dialog(page).getByRole('list', { name: 'What came in' })).toBeVisible()
    await accept(page)
    await expect(entry(page, /^(User|Group|Role|Policy) /).first()).toBeVisible()
  })
}

test('by mouse and keyboard: a dump merged into the open model, or in its place, is one undo step', async ({
  page,
}) => {
  const dump = bigDumpText({ users: 3, groups: 2, roles: 2, policies: 4 })
  await chooseFile(page, 'account.json', dump)
  const dialog = page.getByRole('dialog', { name: 'Open account.json' })
  await expect(dialog.getByRole('status')).toContainText('"Game results", stays saved as it is')
  await dialog.getByText('Merged into the open one').click()
  await expect(dialog.getByRole('status')).toContainText(/3 users added/)
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(entry(page, /^User ci-deploy/)).toBeVisible()
  await expect(inspector(page)).toContainText('5 users')
  await page.getByRole('button', { name: 'Undo: account.json merged in' }).click()
  await expect(inspector(page)).toContainText('2 users')

  await chooseFile(page, 'account.json', dump, 'keyboard')
  await expect(dialog.getByRole('button', { name: 'Open account' })).toBeFocused()
  await tabTo(page, dialog.getByRole('radio', { name: 'As a model of its own' }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'In its place' })).toBeChecked()
  await expect(dialog.getByRole('status')).toContainText(/2 users removed/)
  await press(page, dialog.getByRole('button', { name: 'Replace', exact: true }))
  await expect(entry(page, /^User ci-deploy/)).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('Game results')
  await page.keyboard.press('Control+z')
  await expect(entry(page, /^User ci-deploy/)).toBeVisible()
  await page.getByRole('button', { name: 'Models' }).click()
  await page.getByRole('menuitem', { name: /^Versions/ }).click()
  await expect(page.getByRole('button', { name: /^Before account.json took its place/ })).toBeVisible()
})
