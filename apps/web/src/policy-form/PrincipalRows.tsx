import type { ParsedPolicy, PrincipalType, PrincipalValue, Statement } from '@iam-canvas/core'
import { addPrincipal, changePrincipal, removePrincipal, setPrincipalNot } from '@iam-canvas/core/lint'
import { useId, useState } from 'react'
import { principalValues } from '../editor/value-options.ts'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import { AddField } from './AddField.tsx'
import type { OnEdit } from './on-edit.ts'
import styles from './PolicyForm.module.css'
import { RemoveButton } from './RemoveButton.tsx'
import { offeredOf } from './offered.ts'
import { Refused, ValueField } from './ValueField.tsx'

/** What a principal is, in people’s words; everyone is the AWS principal `*`. */
type Kind = 'Everyone' | PrincipalType

const KINDS: readonly (readonly [Kind, words: string, example: string])[] = [
  ['Everyone', 'Everyone', ''],
  ['AWS', 'User, role or account', 'ARN, or account number'],
  ['Service', 'AWS service', 'lambda.amazonaws.com'],
  ['Federated', 'Identity provider', 'ARN of the provider'],
  ['CanonicalUser', 'Canonical user of S3', 'Canonical id'],
]

const kindOf = ({ type, text }: PrincipalValue): Kind =>
  text === '*' && (type === '*' || type === 'AWS') ? 'Everyone' : type === '*' ? 'AWS' : type

const offeredFor = (kind: Kind, words: Vocabulary) =>
  kind === 'Everyone' ? [] : offeredOf(principalValues(kind, words).filter(({ label }) => label !== '*'))

interface PrincipalRowsProps {
  readonly parsed: ParsedPolicy
  readonly statement: Statement
  readonly words: Vocabulary
  readonly onEdit: OnEdit
}

/** Whom a statement is about: those of the model, or anybody else by ARN, account or service. */
export function PrincipalRows({ parsed, statement, words, onEdit }: PrincipalRowsProps) {
  const { principal } = statement
  const values = principal?.values ?? []
  const [kind, setKind] = useState<Kind>('AWS')
  const example = KINDS.find(([one]) => one === kind)?.[2] ?? ''
  const add = (type: PrincipalType, text: string) =>
    values.some(value => value.text === text && value.type === type)
      ? `\`${text}\` is there already`
      : onEdit(addPrincipal(parsed, statement, type, text), `${nameOf(text)} added to the principals`)
  return (
    <>
      <h4>{principal?.not ? 'Everyone but' : 'Who'}</h4>
      <ul className={styles.principals} aria-label="Principals">
        {values.map(value => (
          <li key={value.at}>
            <PrincipalRow parsed={parsed} statement={statement} value={value} words={words} onEdit={onEdit} />
            <RemoveButton
              what={nameOf(value.text)}
              stays={values.length === 1 ? 'The last principal stays: change it' : undefined}
              onRemove={() =>
                onEdit(
                  removePrincipal(parsed, statement, value),
                  `${nameOf(value.text)} taken out of the principals`,
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles.addPrincipal}>
        <KindSelect label="Kind of a further principal" kind={kind} onChoose={setKind} />
        {kind === 'Everyone' ? (
          <AddEveryone onAdd={() => add('AWS', '*')} />
        ) : (
          <AddField label={example} offered={offeredFor(kind, words)} onAdd={text => add(kind, text)} />
        )}
      </div>
      {words.kind !== 'trust' && principal && (
        <label className={styles.choice}>
          <input
            type="checkbox"
            checked={principal.not}
            onChange={event => {
              const not = event.target.checked
              onEdit(
                setPrincipalNot(parsed, statement, not),
                not ? 'Principal turned into NotPrincipal' : 'NotPrincipal turned into Principal',
              )
            }}
          />
          Everyone but these (NotPrincipal)
        </label>
      )}
    </>
  )
}

const nameOf = (text: string) => (text === '*' ? 'everyone' : text)

function KindSelect({
  label,
  kind,
  onChoose,
}: {
  readonly label: string
  readonly kind: Kind
  readonly onChoose: (kind: Kind) => void
}) {
  return (
    <select
      aria-label={label}
      value={kind}
      // The values are those of the options below.
      onChange={event => onChoose(event.target.value as Kind)}
    >
      {KINDS.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}

function AddEveryone({ onAdd }: { readonly onAdd: () => string | undefined }) {
  const [problem, setProblem] = useState<string>()
  const id = useId()
  return (
    <form
      className={styles.add}
      onSubmit={event => {
        event.preventDefault()
        setProblem(onAdd())
      }}
    >
      <span className={styles.everyone}>Also people without an AWS account</span>
      <Button type="submit">Add</Button>
      {problem !== undefined && <Refused id={id} problem={problem} />}
    </form>
  )
}

/** One principal. Choosing another kind of it first asks who; the text stays as it is until that is known. */
function PrincipalRow({
  parsed,
  statement,
  value,
  words,
  onEdit,
}: PrincipalRowsProps & { readonly value: PrincipalValue }) {
  const now = kindOf(value)
  const [chosen, setChosen] = useState<Kind>()
  const kind = chosen ?? now
  const change = (type: PrincipalType, text: string) => {
    const same = statement.principal?.values.some(other => other !== value && other.text === text)
    if (same) return `\`${text}\` is there already`
    const refused = onEdit(
      changePrincipal(parsed, statement, value, type, text),
      `Principal ${nameOf(value.text)} made ${nameOf(text)}`,
    )
    if (refused === undefined) setChosen(undefined)
    return refused
  }
  return (
    <div className={styles.principal}>
      <KindSelect
        label={`Kind of ${nameOf(value.text)}`}
        kind={kind}
        onChoose={next => {
          if (next === 'Everyone' && now !== 'Everyone') change('AWS', '*')
          else setChosen(next === now ? undefined : next)
        }}
      />
      {kind === 'Everyone' ? (
        <span className={styles.everyone}>Also people without an AWS account</span>
      ) : (
        <ValueField
          key={kind}
          label={`Principal: ${kind === now ? value.text : 'who'}`}
          text={kind === now ? value.text : ''}
          offered={offeredFor(kind, words)}
          onChange={text => change(kind, text)}
        />
      )}
    </div>
  )
}
