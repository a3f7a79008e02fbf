import { type Check, guide } from './finding.ts'
import { fixOf, said } from './said-check.ts'
import { removePlace, replaceValue } from './text-edit.ts'

const PRINCIPAL = guide('reference_policies_elements_principal')
const NOT_PRINCIPAL = guide('reference_policies_elements_notprincipal')

/** Which elements a policy of its kind takes, and whom its principals name. */
export const placeChecks: readonly Check[] = [
  said({
    code: 'misplaced-principal',
    severity: 'error',
    title: 'Principal where none belongs',
    why: 'An identity-based policy is about whoever it is attached to. `Principal` belongs into the policies of resources and into trust policies.',
    page: PRINCIPAL,
  }),
  said({
    code: 'missing-principal',
    severity: 'error',
    title: 'Resource-based statement without Principal',
    why: 'The policy of a resource says who may use it. Without a principal the statement is about nobody.',
    page: PRINCIPAL,
  }),
  said({
    code: 'missing-resource',
    severity: 'error',
    title: 'Statement without Resource',
    why: 'An identity-based policy has to say what it is about. Name the ARNs; `"*"` only where an action knows no resources.',
    page: guide('reference_policies_elements_resource'),
  }),
  said(
    {
      code: 'misplaced-resource',
      severity: 'error',
      title: 'Resource in a trust policy',
      why: 'A trust policy is about the role that it stands in, and AWS refuses a `Resource` there.',
      page: guide('id_roles_create_for-user'),
    },
    ({ parsed }, { at }) => fixOf('Take the resource out', removePlace(parsed, at)),
  ),
  said(
    {
      code: 'bare-principal',
      severity: 'warning',
      title: 'Principal without its type',
      why: 'Only `"*"` may stand alone. Everything else says of what type it is: `AWS`, `Service`, `Federated` or `CanonicalUser`.',
      page: PRINCIPAL,
    },
    ({ parsed, text }, { at, range }) => {
      const written = `{ "AWS": ${text.slice(range.from, range.to)} }`
      return parsed.rangeOf(at) && fixOf('Make it an AWS principal', [{ ...range, insert: written }])
    },
  ),
  said({
    code: 'not-principal-allow',
    severity: 'security-warning',
    title: 'NotPrincipal with Allow',
    why: 'Everyone in the world but those listed is let in, anonymous callers too. Name who is meant with `Principal`.',
    page: NOT_PRINCIPAL,
  }),
  said({
    code: 'not-principal-without-account',
    severity: 'warning',
    title: 'NotPrincipal with Deny that leaves out the account',
    why: 'AWS asks for every principal that a request carries: the session, the role and the account. Whoever is to be spared has to be listed as each of them.',
    page: NOT_PRINCIPAL,
  }),
  said({
    code: 'unique-id-principal',
    severity: 'warning',
    title: 'Principal that has been deleted',
    why: 'AWS stores the unique id of a user or role. When that is deleted the id remains in the text; one made again with the same name has another id and is not meant.',
    page: PRINCIPAL,
  }),
  said({
    code: 'unknown-principal',
    severity: 'warning',
    title: 'Text that is no principal',
    why: 'AWS checks principals when a policy is saved and refuses one that it cannot find: an ARN, a number of twelve digits, or `*`.',
    page: PRINCIPAL,
  }),
  said({
    code: 'wildcard-in-principal',
    severity: 'warning',
    title: 'Wildcard inside a principal',
    why: 'In `Principal` a star stands alone or not at all. To mean many, write `"*"` and compare `aws:PrincipalArn` in a condition.',
    page: PRINCIPAL,
  }),
  said({
    code: 'group-principal',
    severity: 'warning',
    title: 'Group as principal',
    why: 'A group lends permissions to its users and authenticates nobody, so it can never be the caller. Name a role, or the users.',
    page: PRINCIPAL,
  }),
  said(
    {
      code: 'repeated-sid',
      severity: 'error',
      title: 'Sid that stands twice',
      why: 'A `Sid` is the name of a statement within its policy. AWS refuses the policy when two are equal.',
      page: guide('reference_policies_elements_sid'),
    },
    ({ parsed, sids }, { at, message }) => {
      const old = /is called `(.*)` already/s.exec(message)?.[1] ?? ''
      let number = 2
      while (sids.has(`${old}${number}`)) number++
      return fixOf(`Call it \`${old}${number}\``, replaceValue(parsed, at, `${old}${number}`))
    },
  ),
]
