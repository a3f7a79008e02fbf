import type { Lesson } from './lesson.ts'
import { fences } from './lessons/fences.ts'
import { firstSteps } from './lessons/first-steps.ts'
import { groupsAndDenials } from './lessons/groups-and-denials.ts'
import { limitsAndConditions } from './lessons/limits-and-conditions.ts'
import { rolesAndMachines } from './lessons/roles-and-machines.ts'
import { crossAccount, startup, threeAccountsLesson } from './lessons/teams-and-accounts.ts'
import { tokensKeysAndTags } from './lessons/tokens-keys-and-tags.ts'

/** In the order in which they build on each other, chapter by chapter. */
export const lessons: readonly Lesson[] = [
  ...firstSteps,
  ...groupsAndDenials,
  ...rolesAndMachines,
  startup,
  crossAccount,
  ...limitsAndConditions,
  threeAccountsLesson,
  ...tokensKeysAndTags,
  ...fences,
]
