import { documentsOf, type Model, parsedPolicy } from '@iam-canvas/core'

const inText = new Map<string, readonly string[]>()

/** Every action that a policy of the model names in full, without a wildcard: `sqs:SendMessage`. */
export function mentionedActions(model: Model): ReadonlySet<string> {
  return new Set(documentsOf(model).flatMap(({ text }) => actionsIn(text)))
}

function actionsIn(text: string): readonly string[] {
  let actions = inText.get(text)
  if (!actions) {
    actions = parsedPolicy(text)
      .document.statements.flatMap(({ action }) => (action?.values ?? []).map(value => value.text))
      .filter(name => /^[\w-]+:\w+$/.test(name))
    if (inText.size > 4_000) inText.clear()
    inText.set(text, actions)
  }
  return actions
}
