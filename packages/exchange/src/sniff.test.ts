import { expect, it } from 'vitest'
import type { FileKind } from './look.ts'
import { sniffFile } from './sniff.ts'
import { textOfBytes } from './text-of-bytes.ts'

it.each<[FileKind, string]>([
  ['account-dump', '{"UserDetailList": []}'],
  ['account-dump', '{"RoleDetailList": []}\n{"RoleDetailList": []}'],
  ['account-dump', '[{"GroupDetailList": []}]'],
  ['account-dump', '{"Policies": [{"PolicyName": "p", "PolicyVersionList": []}]}'],
  ['account-dump', '{"UserDetailList": [{"UserName": "cut o'],
  ['cli-output', '{"Policies": [{"PolicyName": "p"}]}'],
  ['cli-output', '{"Users": []}'],
  ['canvas-file', '{"format": "iam-canvas", "schemaVersion": 99}'],
  ['policy', '{"Version": "2012-10-17", "Statement": []}'],
  ['policy', '\uFEFF{"Statement": {"Effect": "Allow"}}'],
  ['policy', '{\n  // only reading\n  "Statement": ['],
  ['cloudformation', '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}'],
  ['cloudformation', '{"Resources": {"R": {"Type": "AWS::IAM::Role"}}}'],
  ['cloudformation', 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n'],
  ['cloudformation', 'Resources:\n  R:\n    Type: AWS::S3::Bucket\n'],
  ['terraform-state', '{"version": 4, "terraform_version": "1.5.0", "resources": []}'],
  ['terraform-plan', '{"terraform_version": "1.5.0", "planned_values": {}}'],
  ['json', '{}'],
  ['json', '[1]'],
  ['json', '"text"'],
  ['json', '{"__proto__": {"UserDetailList": []}}'],
  ['text', 'hello'],
  ['text', '{"half": '],
  ['empty', ''],
  ['empty', '\uFEFF \n'],
])('%s: %s', (kind, text) => {
  expect(sniffFile(text)).toBe(kind)
})

it('bytes are read in the encoding their mark says', () => {
  const text = '{"Users": ["zoë"]}'
  const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
    const units = Array.from(`${mark ? '\uFEFF' : ''}${text}`, letter => letter.charCodeAt(0))
    const view = new DataView(new ArrayBuffer(units.length * 2))
    for (const [at, unit] of units.entries()) view.setUint16(at * 2, unit, littleEndian)
    return new Uint8Array(view.buffer)
  }
  expect(textOfBytes(new TextEncoder().encode(text))).toBe(text)
  expect(textOfBytes(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text)
  for (const littleEndian of [true, false]) {
    for (const mark of [true, false]) expect(textOfBytes(utf16(littleEndian, mark))).toBe(text)
  }
  expect(textOfBytes(new Uint8Array())).toBe('')
})
