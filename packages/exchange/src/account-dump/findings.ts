import { counted, Findings, fits, type Sentence } from '../report-line.ts'

const ODD = {
  'utf-16': () =>
    'The file is in UTF-16 and was read as UTF-8: letters outside ASCII may be damaged. Opening it again with the file dialog reads it correctly.',
  'several-pages': n =>
    `The file holds ${counted(n + 1, 'page')} one after the other; they were put together.`,
  'single-object': n =>
    `${counted(n, 'list')} ${fits(n, 'is', 'are')} a single object instead; ${fits(n, 'it was', 'they were')} read as a list of one.`,
  'encoded-document': n =>
    `${counted(n, 'policy document')} ${fits(n, 'was', 'were')} URL-encoded, as SDKs write them, and ${fits(n, 'has', 'have')} been decoded.`,
  'undecodable-document': n =>
    `${counted(n, 'policy document')} ${fits(n, 'looks', 'look')} URL-encoded but cannot be decoded; the text was kept as it is.`,
  'document-is-no-json': n =>
    `${counted(n, 'policy document')} ${fits(n, 'is', 'are')} no JSON; the text was kept as it is.`,
  'no-trust-policy': n =>
    `${counted(n, 'role')} ${fits(n, 'has', 'have')} no trust policy in the file: nobody can assume ${fits(n, 'it', 'them')} here.`,
  'no-default-version': n =>
    `${counted(n, 'policy')} ${fits(n, 'does', 'do')} not say which version is the default; the newest was taken.`,
  'no-version': n => `${counted(n, 'policy')} ${fits(n, 'has', 'have')} no text in the file.`,
  'aws-policy-without-text': n =>
    `${counted(n, 'AWS managed policy')} ${fits(n, 'is', 'are')} attached but not in the file; only ${fits(n, 'its name is', 'their names are')} known.`,
  'policy-without-text': n =>
    `${counted(n, 'customer managed policy')} ${fits(n, 'is', 'are')} attached but not in the file: what ${fits(n, 'it allows', 'they allow')} is missing here.`,
  'group-not-in-file': n =>
    `${counted(n, 'group')} ${fits(n, 'has', 'have')} members but ${fits(n, 'is', 'are')} not in the file; ${fits(n, 'it was', 'they were')} drawn without policies.`,
  'equal-ids': n =>
    `${counted(n, 'entry')} ${fits(n, 'shares its', 'share their')} IAM id with another one; names were used to tell them apart.`,
  repeated: n =>
    `${counted(n, 'entry')} ${fits(n, 'is', 'are')} in the file more than once; the first was taken.`,
  'no-arn': n =>
    `${counted(n, 'entry')} ${fits(n, 'has', 'have')} no ARN; ${fits(n, 'it was', 'they were')} put into the account of the others.`,
  'unusual-name': n =>
    `${counted(n, 'name')} ${fits(n, 'has', 'have')} characters that IAM does not take; shown as ${fits(n, 'it is', 'they are')}.`,
  'invisible-characters': n =>
    `${counted(n, 'name')} ${fits(n, 'holds', 'hold')} markup, or characters that are invisible or turn the direction of the text: read ${fits(n, 'it', 'them')} with care.`,
  'unusual-path': n =>
    `${counted(n, 'path')} ${fits(n, 'does', 'do')} not begin and end with a slash; corrected.`,
  'no-account': () => 'No ARN in the file names an account; an example number was used.',
} satisfies Record<string, Sentence>

const LEFT_OUT = {
  truncated: () =>
    'AWS had more to give when the file was written (IsTruncated): run the command again without --max-items, or save every page.',
  'no-name': n => `${counted(n, 'entry')} without a name ${fits(n, 'was', 'were')} left out.`,
  'not-an-object': n =>
    `${counted(n, 'entry')} that ${fits(n, 'is', 'are')} no object ${fits(n, 'was', 'were')} left out.`,
  'attachment-without-policy': n =>
    `${counted(n, 'attachment')} that ${fits(n, 'names', 'name')} no policy ${fits(n, 'was', 'were')} left out.`,
  'unused-aws-policy': n =>
    `${counted(n, 'AWS managed policy')} that nothing uses ${fits(n, 'was', 'were')} left out.`,
  'deep-document': n =>
    `${counted(n, 'policy document')} nested too deeply to be a policy ${fits(n, 'was', 'were')} left out.`,
  'unreadable-tag': n => `${counted(n, 'tag')} without a key ${fits(n, 'was', 'were')} left out.`,
  'old-versions': n =>
    `${counted(n, 'other version')} of policies ${fits(n, 'was', 'were')} left out; only the default version counts.`,
} satisfies Record<string, Sentence>

export type OddCode = keyof typeof ODD
export type LeftOutCode = keyof typeof LEFT_OUT

/** What an import found odd, and what it left out. */
export class DumpFindings {
  readonly odd = new Findings<OddCode>(ODD)
  readonly leftOut = new Findings<LeftOutCode>(LEFT_OUT)
}
