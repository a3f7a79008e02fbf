import { CONDITION_OPERATORS } from '@iam-canvas/core/lint'

interface OperatorSelectProps {
  readonly label: string
  readonly operator: string
  readonly onChoose: (operator: string) => void
}

const WITH_SETS = CONDITION_OPERATORS.filter(name => /^(?:String|Arn)/.test(name))

const GROUPS: readonly (readonly [label: string, names: readonly string[]])[] = [
  ['The key has to be there', CONDITION_OPERATORS],
  [
    'Holds also without the key',
    CONDITION_OPERATORS.filter(name => name !== 'Null').map(name => `${name}IfExists`),
  ],
  ['Some value of several', WITH_SETS.map(name => `ForAnyValue:${name}`)],
  ['Every value of several', WITH_SETS.map(name => `ForAllValues:${name}`)],
]

const KNOWN: ReadonlySet<string> = new Set(GROUPS.flatMap(([, names]) => names))

/** The operators of conditions, by what they make of a key that is missing or has several values. */
export function OperatorSelect({ label, operator, onChoose }: OperatorSelectProps) {
  return (
    <select aria-label={label} value={operator} onChange={event => onChoose(event.target.value)}>
      {!KNOWN.has(operator) && <option>{operator}</option>}
      {GROUPS.map(([group, names]) => (
        <optgroup key={group} label={group}>
          {names.map(name => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
