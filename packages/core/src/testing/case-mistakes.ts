/** JSON of which nothing is known yet. */
type Written = Readonly<Record<string, unknown>>

/**
 * What is malformed in the JSON of a topic: each mistake begins with the name of its case. A misspelt key is a mistake
 * too, for a case that says `resourceAcount` would ask another question than it seems to.
 */
export function mistakesIn(topic: unknown, rules: readonly string[]): readonly string[] {
  if (!isObject(topic)) return ['the file is no object']
  const { shared = {}, cases } = topic
  const documents = isObject(shared) ? shared : {}
  const text = JSON.stringify(cases ?? '')
  return [
    ...keysOf(topic, ['topic', 'about', 'cases'], ['shared']),
    ...unless(isText(topic['topic']), 'topic: has to be a text'),
    ...unless(isSentence(topic['about']), 'about: has to be a sentence'),
    ...unless(isObject(shared), 'shared: has to be an object'),
    ...Object.entries(documents).flatMap(([name, document]) => [
      ...unless(isDocument(document), `shared ${name}: has to be a policy`),
      ...unless(text.includes(`"document":"$${name}"`), `shared ${name}: no case uses it`),
    ]),
    ...(Array.isArray(cases) && cases.length > 0
      ? cases.flatMap((one, index) => inCase(one, index, documents, rules))
      : ['cases: has to be a list of cases']),
    ...repeated(cases),
  ]
}

function inCase(one: unknown, index: number, shared: Written, known: readonly string[]): string[] {
  if (!isObject(one)) return [`case ${index}: is no object`]
  const { name, rules, request, policies, decision, reason } = one
  const found = [
    ...keysOf(
      one,
      ['name', 'rules', 'request', 'policies', 'decision', 'reason'],
      ['deciding', 'partial', 'dependsOn', 'because', 'reports'],
    ),
    ...unless(isText(name), 'name: has to be a text'),
    ...unless(isTexts(rules) && rules.length > 0, 'rules: has to be a list of ids'),
    ...(isTexts(rules) ? rules : [])
      .filter(id => !known.includes(id))
      .map(id => `rules: there is no rule ${id}`),
    ...inRequest(request),
    ...inPolicies(policies, shared),
    ...unless(DECISIONS.includes(String(decision)), `decision: \`${String(decision)}\` is none`),
    ...inExpectation(one, isObject(policies) ? policies : {}, shared),
    ...unless(isSentence(reason), 'reason: has to be a sentence'),
  ]
  return found.map(mistake => `${isText(name) ? name : `case ${index}`}: ${mistake}`)
}

const DECISIONS: readonly string[] = ['Allow', 'ExplicitDeny', 'ImplicitDeny', 'DependsOnContext']

const FACTS = [
  'wildcardOnlyAction',
  'resourceControlApplies',
  'managementAccount',
  'restrictPublicBuckets',
  'resourceInManagementAccount',
]

function inRequest(request: unknown): string[] {
  if (!isObject(request)) return ['request: is no object']
  const { principal, action, resource, resourceAccount, context = {}, missingKeys, facts = {} } = request
  return [
    ...keysOf(
      request,
      ['principal', 'action', 'resource'],
      ['resourceAccount', 'context', 'missingKeys', 'facts'],
    ),
    ...unless([principal, action, resource].every(isText), 'request: principal, action, resource are texts'),
    ...unless(
      resourceAccount === undefined || (isText(resourceAccount) && /^\d{12}$/.test(resourceAccount)),
      'request: resourceAccount has twelve digits',
    ),
    ...unless(
      isObject(context) && Object.values(context).every(value => typeof value === 'string' || isTexts(value)),
      'request: context holds texts and lists of texts',
    ),
    ...unless(
      missingKeys === undefined || missingKeys === 'absent' || missingKeys === 'unknown',
      'request: missingKeys is absent or unknown',
    ),
    ...unless(
      isObject(facts) && Object.values(facts).every(value => typeof value === 'boolean'),
      'request: facts are true or false',
    ),
    ...(isObject(facts) ? keysOf(facts, [], FACTS) : []),
  ]
}

const LISTS = ['identity', 'session', 'endpoint']
const LEVELS = ['serviceControl', 'resourceControl']
const SINGLE = ['permissionsBoundary', 'resource']

function inPolicies(policies: unknown, shared: Written): string[] {
  if (!isObject(policies)) return ['policies: is no object']
  return [
    ...keysOf(policies, [], [...LISTS, ...LEVELS, ...SINGLE]),
    ...[...LISTS, ...LEVELS].flatMap(set =>
      unless(policies[set] === undefined || Array.isArray(policies[set]), `${set}: has to be a list`),
    ),
    ...LEVELS.flatMap(set => listOf(policies[set])).flatMap(level =>
      isObject(level) && isText(level['level']) && Array.isArray(level['policies'])
        ? keysOf(level, ['level', 'policies'], [])
        : ['a level has a name and a list of policies'],
    ),
    ...policiesIn(policies).flatMap(policy => inPolicy(policy, shared)),
  ]
}

function inPolicy(policy: unknown, shared: Written): string[] {
  if (!isObject(policy)) return ['a policy has an id and a document']
  const { id, document } = policy
  const found = documentOf(document, shared)
  return [
    ...keysOf(policy, ['id', 'document'], []),
    ...unless(isText(id), 'a policy needs an id'),
    ...unless(found !== undefined, `policy ${String(id)}: there is no shared document ${String(document)}`),
  ]
}

/** Every policy of every set, in no order that counts. */
const policiesIn = (policies: Written): readonly unknown[] => [
  ...SINGLE.flatMap(set => (policies[set] === undefined ? [] : [policies[set]])),
  ...LISTS.flatMap(set => listOf(policies[set])),
  ...LEVELS.flatMap(set => listOf(policies[set])).flatMap(level =>
    isObject(level) ? listOf(level['policies']) : [],
  ),
]

/** The document that is meant: written out, shared, or a text, which only a case about bad JSON needs. */
function documentOf(document: unknown, shared: Written): unknown {
  if (typeof document !== 'string') return isDocument(document) ? document : undefined
  return document.startsWith('{') ? document : shared[document.slice(1)]
}

function inExpectation(one: Written, policies: Written, shared: Written): string[] {
  const { decision, deciding, partial, dependsOn, because, reports } = one
  const denied = decision === 'ImplicitDeny'
  const depends = decision === 'DependsOnContext'
  return [
    ...unless(
      denied || deciding !== undefined || because !== undefined,
      'deciding: which statements decide?',
    ),
    ...unless(!denied || deciding === undefined, 'deciding: nothing decides an implicit deny'),
    ...unless(partial === undefined || partial === true, 'partial: true, or left out'),
    ...unless(depends === (dependsOn !== undefined), 'dependsOn: goes with DependsOnContext, always'),
    ...unless(dependsOn === undefined || isTexts(dependsOn), 'dependsOn: has to be a list of keys'),
    ...unless(because === undefined || isText(because), 'because: has to be a text'),
    ...unless(reports === undefined || isTexts(reports), 'reports: has to be a list of codes'),
    ...unless(deciding === undefined || Array.isArray(deciding), 'deciding: has to be a list of places'),
    ...listOf(deciding).flatMap(place => inPlace(place, policies, shared)),
  ]
}

function inPlace(place: unknown, policies: Written, shared: Written): string[] {
  if (!isObject(place)) return ['deciding: a place has a policyId and a pointer']
  const { policyId, at } = place
  const meant = policiesIn(policies)
    .filter(isObject)
    .filter(({ id }) => id === policyId)
    .map(({ document }) => documentOf(document, shared))
  return [
    ...keysOf(place, ['policyId', 'at'], []),
    ...unless(meant.length > 0, `deciding: there is no policy ${String(policyId)}`),
    ...unless(
      meant.every(document => typeof document === 'string' || statementsOf(document).includes(String(at))),
      `deciding: policy ${String(policyId)} has no statement at ${String(at)}`,
    ),
  ]
}

function statementsOf(document: unknown): readonly string[] {
  const statement = isObject(document) ? document['Statement'] : undefined
  return Array.isArray(statement) ? statement.map((_, index) => `/Statement/${index}`) : ['/Statement']
}

function keysOf(object: Written, needed: readonly string[], possible: readonly string[]): string[] {
  const keys = Object.keys(object)
  return [
    ...needed.filter(key => !keys.includes(key)).map(key => `\`${key}\` is missing`),
    ...keys
      .filter(key => !needed.includes(key) && !possible.includes(key))
      .map(key => `\`${key}\` means nothing here`),
  ]
}

function repeated(cases: unknown): string[] {
  const names = listOf(cases).map(one => (isObject(one) ? one['name'] : undefined))
  return names
    .filter((name, index) => isText(name) && names.indexOf(name) < index)
    .map(name => `${String(name)}: another case is called so already`)
}

const unless = (holds: boolean, mistake: string): string[] => (holds ? [] : [mistake])
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const isObject = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
const isSentence = (value: unknown): boolean => isText(value) && /^\S.{10,}\.$/s.test(value)
const isDocument = (value: unknown): boolean => isObject(value) && 'Statement' in value
