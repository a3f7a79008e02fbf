import { accessOf } from '../access.ts'
import { contextOf } from '../asked-context.ts'
import { pinsOf } from '../document.ts'
import { decidesBy, useWorkspace } from '../workspace.ts'
import { decideLargeModels } from './large-models.ts'

const { getState: get, setState: set } = useWorkspace

const { decidedElsewhere } = decideLargeModels({
  answered({ question, access, deciding }) {
    if (get().opened === question.opened && get().deciding) set({ access, deciding })
  },
  failed() {
    const { document } = get()
    set({ access: accessOf(document.model, pinsOf(document)), deciding: false })
  },
})

decidesBy(({ document, opened, access }) => {
  const { model } = document
  const pins = pinsOf(document)
  if (decidedElsewhere({ model, context: contextOf(pins), opened })) return { access, deciding: true }
  return { access: accessOf(model, pins, access), deciding: false }
})
