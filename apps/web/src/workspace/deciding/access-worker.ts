import type { Command } from '@iam-canvas/core'
import { expose, transfer } from 'comlink'
import { createRowDecider, type RowQuestion } from './row-decider.ts'

const decider = createRowDecider()

const worker = {
  decide(question: RowQuestion) {
    const answer = decider.decide(question)
    return transfer(answer, [answer.rows])
  },
  effectOf: (command: Command) => decider.effectOf(command),
}

export type AccessWorker = typeof worker

expose(worker)
