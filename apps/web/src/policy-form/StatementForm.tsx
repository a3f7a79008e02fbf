import type { Effect, Located, ParsedPolicy, Statement } from '@iam-canvas/core'
import {
  addValues,
  changeValue,
  removeStatement,
  removeValues,
  setEffect,
  setSid,
} from '@iam-canvas/core/lint'
import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { takes } from '../editor/name-options.ts'
import { resourceValues } from '../editor/value-options.ts'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { Prose } from '../inspector/Prose.tsx'
import type { StatementSource } from '../statements/statement-drop.ts'
import { StatementGrip } from '../statements/StatementGrip.tsx'
import { Button } from '../ui/Button.tsx'
import { ActionPicker } from './ActionPicker.tsx'
import { AddField } from './AddField.tsx'
import { ArnBuilder } from './ArnBuilder.tsx'
import { ConditionRows } from './ConditionRows.tsx'
import { offeredOf } from './offered.ts'
import type { OnEdit } from './on-edit.ts'
import styles from './PolicyForm.module.css'
import { PrincipalRows } from './PrincipalRows.tsx'
import { statementSentence } from './statement-sentence.ts'
import { noneOffered } from './ValueField.tsx'
import { ValueList } from './ValueList.tsx'

interface StatementFormProps {
  readonly parsed: ParsedPolicy
  readonly statement: Statement
  readonly number: number
  /** Where it can be taken out of, if it can. */
  readonly source: StatementSource | undefined
  readonly words: Vocabulary
  /** Edits of the text that `parsed` is of, and what they do. */
  readonly onEdit: OnEdit
}

const EFFECTS: readonly Effect[] = ['Allow', 'Deny']

/** One statement as fields. Each change is an edit of the text, and nothing else of the text moves. */
export function StatementForm({ parsed, statement, number, source, words, onEdit }: StatementFormProps) {
  const { sid, effect, principal, action, resource, conditions } = statement
  const name = sid ? `statement ${sid}` : `statement ${number}`
  const [added, setAdded] = useState<readonly string[]>([])
  const { data: services = [] } = useQuery({ queryKey: ['form-list'], queryFn: words.services })
  const actions = action?.values ?? noValues
  const resources = resource?.values ?? noValues
  const prefixes = [...new Set([...actions.flatMap(prefixOf), ...added])]
  const edit = (element: 'action' | 'resource', adding: boolean, values: readonly string[]) => {
    const change = adding ? addValues : removeValues
    const what = values.length === 1 ? values[0] : `${values.length} values`
    return onEdit(
      change(parsed, statement, element, values),
      `${what} ${adding ? 'added to' : 'taken out of'} ${name}`,
    )
  }
  const change = (values: readonly Located[]) => (value: Located, text: string) =>
    values.some(other => other.text === text)
      ? `\`${text}\` is there already`
      : onEdit(changeValue(parsed, value, text), `${value.text} changed in ${name}`)
  const offeredResources = offeredOf(resourceValues(statement, noServices, words))
  const last = parsed.document.statements.length === 1
  return (
    <fieldset className={styles.statement} aria-label={`Form of ${name}`}>
      <header className={styles.head}>
        <div role="group" aria-label="Effect" className={styles.effects}>
          {EFFECTS.map(choice => (
            <button
              key={choice}
              type="button"
              aria-pressed={effect === choice}
              onClick={() => onEdit(setEffect(parsed, statement, choice), `${name} set to ${choice}`)}
            >
              {choice}
            </button>
          ))}
        </div>
        <input
          key={sid}
          aria-label="Sid"
          placeholder="Sid"
          defaultValue={sid ?? ''}
          spellCheck={false}
          onBlur={event => onEdit(setSid(parsed, statement, event.target.value.trim()), 'Sid changed')}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
        {source && <StatementGrip source={source} name={name} />}
        <Button
          look="quiet"
          label={`Delete ${name}`}
          disabled={last}
          icon={<Trash2 size={14} strokeWidth={1.75} />}
          onClick={() => onEdit(removeStatement(parsed, statement), `${name} taken out`)}
        />
      </header>
      <p className={styles.sentence}>
        <Prose text={statementSentence(statement)} />
      </p>
      {(principal || takes(words.kind, 'Principal')) && (
        <PrincipalRows parsed={parsed} statement={statement} words={words} onEdit={onEdit} />
      )}
      <h4>{action?.not ? 'Every action but' : 'Actions'}</h4>
      <ValueList
        what="Actions"
        values={actions}
        offered={noneOffered}
        onChange={change(actions)}
        onRemove={value => edit('action', false, [value.text])}
      />
      {prefixes.map(prefix => (
        <ActionPicker
          key={prefix}
          prefix={prefix}
          values={actions}
          words={words}
          open={added.includes(prefix)}
          onAdd={values => edit('action', true, values)}
          onRemove={values => edit('action', false, values)}
        />
      ))}
      <AddField
        label="Service, or action"
        offered={services.map(service => ({ value: service.prefix, label: service.name }))}
        onAdd={text => {
          if (text.includes(':') || text === '*') return edit('action', true, [text])
          const prefix = text.toLowerCase()
          if (services.length > 0 && !services.some(service => service.prefix === prefix)) {
            return `\`${text}\` is neither a service’s prefix, such as \`s3\`, nor an action, such as \`s3:GetObject\``
          }
          setAdded([...added, prefix])
          return undefined
        }}
      />
      {words.kind !== 'trust' && (
        <>
          <h4>{resource?.not ? 'On everything but' : 'Resources'}</h4>
          <ValueList
            what="Resources"
            values={resources}
            offered={offeredResources}
            onChange={change(resources)}
            onRemove={value => edit('resource', false, [value.text])}
          />
          <AddField
            label="Resource of the model, or ARN"
            offered={offeredResources}
            onAdd={text => edit('resource', true, [text])}
          />
          <ArnBuilder statement={statement} words={words} onAdd={arn => edit('resource', true, [arn])} />
        </>
      )}
      <h4>Conditions{conditions.length === 0 && <span className={styles.quiet}>: none</span>}</h4>
      <ConditionRows parsed={parsed} statement={statement} words={words} onEdit={onEdit} />
    </fieldset>
  )
}

const noValues: readonly Located[] = []
const noServices: readonly never[] = []

const prefixOf = ({ text }: Located): readonly string[] => {
  const prefix = /^([\w-]+):/.exec(text)?.[1]
  return prefix === undefined ? [] : [prefix.toLowerCase()]
}
