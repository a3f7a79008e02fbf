import type { Decision } from '@iam-canvas/core'

/** How a decision is called, everywhere in the app. */
export const decisionWords: Readonly<Record<Decision, string>> = {
  Allow: 'allowed',
  ExplicitDeny: 'explicit deny',
  ImplicitDeny: 'implicit deny',
  DependsOnContext: 'depends',
}

/** The name of its colour token: `--allow`, `--deny`, … */
export const decisionTone: Readonly<Record<Decision, 'allow' | 'deny' | 'implicit' | 'conditional'>> = {
  Allow: 'allow',
  ExplicitDeny: 'deny',
  ImplicitDeny: 'implicit',
  DependsOnContext: 'conditional',
}
