export interface Shipped {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly text?: string
}

export const noticesFile: string
export function shippedPackages(): Shipped[]
export function shippedData(): Shipped[]
export function notices(): string
export function writeNotices(): number
