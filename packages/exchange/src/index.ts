/** The public names of `exchange`, listed by hand. */
export {
  readAccountDump,
  type ImportReport,
  type ReadDump,
  type ReadDumpOptions,
} from './account-dump/read-account-dump.ts'
export {
  CANVAS_FORMAT,
  readCanvasFile,
  SCHEMA_VERSION,
  writeCanvasFile,
  type CanvasContent,
  type ReadCanvasFile,
} from './canvas-file/canvas-file.ts'
export { EMPTY_LAYOUT, type CanvasLayout } from './canvas-file/canvas-layout.ts'
export {
  isNoteId,
  NOTE_COLOURS,
  NOTE_SIZE,
  noteSizeOf,
  type CanvasNote,
  type NoteId,
} from './canvas-file/canvas-notes.ts'
export { externalsFromTrust } from './externals/externals-from-trust.ts'
export { MOST_CHARACTERS } from './json-values.ts'
export {
  isModelFragment,
  LONGEST_LINK,
  readModelFragment,
  writeModelFragment,
  type ReadModelLink,
} from './link/model-link.ts'
export { cliOperationOf, type FileKind } from './look.ts'
export { drawPicture, type DrawnPicture } from './picture/draw-picture.ts'
export type { PictureTheme } from './picture/palette.ts'
export type {
  Picture,
  PictureKind,
  PictureLine,
  PictureLink,
  PictureNode,
  PictureRow,
} from './picture/picture.ts'
export { drawSketch, sketchOf, type Sketch } from './picture/sketch.ts'
export type { ReadProblem, ReadProblemCode, Unread } from './read-problem.ts'
export type { ReportLine } from './report-line.ts'
export { resourceValuesIn } from './resources/named-arns.ts'
export { resourcesFromPolicies, type DrawnResources } from './resources/resources-from-policies.ts'
export { sniffFile } from './sniff.ts'
export { textOfBytes } from './text-of-bytes.ts'
