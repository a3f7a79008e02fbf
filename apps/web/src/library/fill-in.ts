import type { Policy } from '@iam-canvas/core'
import { warn } from '../ui/messages.ts'
import { perform } from '../workspace/perform.ts'
import { awsTexts } from './aws-texts.ts'
import { supplyCommand } from './missing-texts.ts'

/** Gives AWS managed policies their text, as one step. Says so where AWS lists none of them, or nothing can be loaded. */
export async function fillIn(policies: readonly Policy[]) {
  const names = policies.map(({ name }) => name)
  try {
    const command = supplyCommand(policies, await awsTexts(names))
    if (!command) return void warn(`AWS lists no policy named ${names.join(', ')} any more`)
    const count = command.type === 'Batch' ? command.commands.length : 1
    perform({
      command,
      label:
        count === 1 ? `Text of ${names[0]} filled in` : `Texts of ${count} AWS managed policies filled in`,
    })
  } catch (error) {
    warn(`Nothing was filled in: ${error instanceof Error ? error.message : String(error)}`)
  }
}
