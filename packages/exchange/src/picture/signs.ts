import type { Decision } from '@iam-canvas/core'
import type { Palette } from './palette.ts'
import type { PictureKind, PictureNode, PicturePoint } from './picture.ts'
import { round } from './svg-text.ts'

/** Signs on a grid of 16, drawn in lines. Our own: AWS's icons may not be restyled. */
const signs: Readonly<Record<PictureKind, string>> = {
  user: 'M8 2.6a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 0 1 0-5.4M2.8 14c.5-3 2.5-4.4 5.2-4.4s4.7 1.4 5.2 4.4',
  group:
    'M6 3a2.4 2.4 0 1 1 0 4.8A2.4 2.4 0 0 1 6 3M1.5 13.4c.4-2.6 2.1-3.8 4.5-3.8s4.1 1.2 4.5 3.8M10.8 3.3a2.3 2.3 0 0 1 0 4.3M12 9.9c1.4.5 2.2 1.7 2.5 3.5',
  role: 'M4 8.6 5 3h6l1 5.6M1.4 9.4c4.2 1.7 9 1.7 13.2 0M4 11.4a1.5 1.5 0 1 0 3 0M9 11.4a1.5 1.5 0 1 0 3 0',
  policy: 'M3.6 1.8h5.6l3.2 3.2v9.2H3.6zM9 1.8V5.2h3.4M5.8 8.2h4.4M5.8 10.8h4.4',
  resource: 'M2.4 5 8 2l5.6 3v6L8 14l-5.6-3zM2.4 5 8 8l5.6-3M8 8v6',
  function: 'M2.5 2.5h11v11h-11zM5.6 11.6c1.8 0 1.6-2.2 2-3.8s.4-3.4 2.6-3.2M5.8 7.8h4',
  external: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M2 8h12M8 2c-3.4 3.6-3.4 8.4 0 12M8 2c3.4 3.6 3.4 8.4 0 12',
  account: 'M3 14V2.6h7V14M10 6.5h3.2V14M1.6 14h12.8M5.2 5.2h2.4M5.2 8h2.4M5.2 10.8h2.4',
  ou: 'M6 2h4v3.4H6zM1.6 10.6h4V14h-4zM10.4 10.6h4V14h-4zM8 5.4V8M3.6 10.6V8h8.8v2.6',
  note: 'M2.6 2.6h10.8v7l-3.8 3.8H2.6zM9.6 13.4V9.6h3.8',
  ghost: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3',
}

const byService: Readonly<Record<string, string>> = {
  s3: 'M2.4 4h11.2L12.4 13.6H3.6zM2.4 4c0-1.2 2.5-2 5.6-2s5.6.8 5.6 2',
  dynamodb: 'M2.4 2.6h11.2v10.8H2.4zM2.4 6.2h11.2M2.4 9.8h11.2M6.8 2.6v10.8',
  rds: 'M3 4c0-1.2 2.2-2 5-2s5 .8 5 2v8c0 1.2-2.2 2-5 2s-5-.8-5-2zM3 4c0 1.2 2.2 2 5 2s5-.8 5-2M3 8c0 1.2 2.2 2 5 2s5-.8 5-2',
  kms: 'M5.2 6.4a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4M7.5 7.4 13.4 1.8M10.4 4.6l2 2',
  sqs: 'M2 4h12M2 8h12M2 12h12M4.5 2.8v2.4M8 6.8v2.4M11.5 10.8v2.4',
  sns: 'M8 2a4 4 0 0 0-4 4c0 3.6-1.4 5-1.4 5h10.8S12 9.6 12 6a4 4 0 0 0-4-4M6.8 13.4a1.4 1.4 0 0 0 2.4 0',
  secretsmanager: 'M3 7.4h10V14H3zM5.2 7.4V5a2.8 2.8 0 0 1 5.6 0v2.4M8 10v1.8',
  lambda: signs.function,
}

const signOf = ({ kind, service }: PictureNode): string =>
  (kind === 'resource' && service !== undefined && Object.hasOwn(byService, service)
    ? byService[service]
    : undefined) ?? signs[kind]

/** The sign of a node's kind with its corner at a point. */
export const drawSign = (node: PictureNode, at: PicturePoint, colour: string): string =>
  `<path d="${signOf(node)}" transform="translate(${round(at.x)} ${round(at.y)})" fill="none" stroke="${colour}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`

const bodies: Readonly<Record<Decision, string>> = {
  Allow: 'M9 1a8 8 0 1 1 0 16A8 8 0 0 1 9 1z',
  ExplicitDeny: 'M5.7 1h6.6L17 5.7v6.6L12.3 17H5.7L1 12.3V5.7z',
  DependsOnContext: 'M9 .6 17.4 9 9 17.4.6 9z',
  ImplicitDeny: 'M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3z',
}
const marks: Readonly<Record<Decision, string>> = {
  Allow: 'M5.6 9.3 8 11.6 12.4 6.8',
  ExplicitDeny: 'm6.3 6.3 5.4 5.4m0-5.4-5.4 5.4',
  DependsOnContext: 'M7.2 7.2a1.9 1.9 0 1 1 2.7 1.7c-.6.3-.9.6-.9 1.2M9 12.2v.1',
  ImplicitDeny: '',
}

/** ✓ in a circle, ✕ in an octagon, ? in a diamond, an empty circle: told apart without colour. 18 wide. */
export function drawGlyph(decision: Decision, at: PicturePoint, palette: Palette): string {
  const [colour] = palette.decision[decision]
  const hollow = decision === 'ImplicitDeny'
  const body = `<path d="${bodies[decision]}" fill="${hollow ? palette.ground : colour}"${hollow ? ` stroke="${colour}" stroke-width="2"` : ''}/>`
  const mark = hollow
    ? ''
    : `<path d="${marks[decision]}" fill="none" stroke="${palette.on}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`
  return `<g transform="translate(${round(at.x)} ${round(at.y)})">${body}${mark}</g>`
}
