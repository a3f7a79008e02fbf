import type { Decision } from '@iam-canvas/core'

export type PictureTheme = 'light' | 'dark'

export interface Palette {
  readonly ground: string
  readonly node: string
  readonly frame: string
  readonly edge: string
  readonly sign: string
  readonly note: string
  readonly ink: readonly [strong: string, plain: string, quiet: string]
  readonly line: string
  readonly on: string
  readonly decision: Readonly<Record<Decision, readonly [line: string, ground: string]>>
}

/** The colours of the app. Decisions are told apart by sign and stroke as well. */
export const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    ground: '#f7f8fa',
    node: '#ffffff',
    frame: '#eef1f5',
    edge: '#d5dae2',
    sign: '#f2f4f7',
    note: '#fdf3dc',
    ink: ['#14181f', '#4d5663', '#667080'],
    line: '#8d96a5',
    on: '#ffffff',
    decision: {
      Allow: ['#075e74', '#e3f2f5'],
      ExplicitDeny: ['#8f0814', '#fbe9ea'],
      ImplicitDeny: ['#8a92a0', '#eef0f3'],
      DependsOnContext: ['#ae16e0', '#f8e9fd'],
    },
  },
  dark: {
    ground: '#0f172a',
    node: '#18233a',
    frame: '#131c31',
    edge: '#2c3853',
    sign: '#1c2740',
    note: '#3a2f17',
    ink: ['#e8ecf4', '#b4bdcd', '#8b96aa'],
    line: '#6f7b91',
    on: '#0f172a',
    decision: {
      Allow: ['#86e1f5', '#173a47'],
      ExplicitDeny: ['#f0564f', '#43202a'],
      ImplicitDeny: ['#838995', '#1f2a40'],
      DependsOnContext: ['#b45cf6', '#34204d'],
    },
  },
}
