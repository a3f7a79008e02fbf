import { dropPolicyText, type TextPlace } from './drop-text.ts'

/** A policy document from a file goes where it was dropped, its text byte for byte; or else it becomes a policy. */
export function addPolicyText(fileName: string, text: string, place: TextPlace = {}) {
  const name = fileName.replace(/\.[^.]*$/, '') || 'Policy'
  dropPolicyText({ name, text, how: 'added' }, place)
}
