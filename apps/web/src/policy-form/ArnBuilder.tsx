import type { Statement } from '@iam-canvas/core'
import { formsOf, matchingActions, type ServiceEntry } from '@iam-canvas/core/lint'
import { useMemo, useState } from 'react'
import type { Vocabulary } from '../editor/vocabulary.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PolicyForm.module.css'
import { useServicesOf } from './use-services-of.ts'

interface ArnBuilderProps {
  readonly statement: Statement
  readonly words: Vocabulary
  readonly onAdd: (arn: string) => void
}

/** Builds an ARN of a type that the statement's actions are asked of, part by part. */
export function ArnBuilder({ statement, words, onAdd }: ArnBuilderProps) {
  const services = useServicesOf(statement, words)
  const forms = useMemo(() => formsAsked(statement, services), [statement, services])
  const [chosen, setChosen] = useState('')
  const [parts, setParts] = useState<Readonly<Record<string, string>>>({})
  const form = forms.find(({ arn }) => arn === chosen) ?? forms[0]
  if (!form) return null
  const names = [...form.arn.matchAll(/\$\{(\w+)\}/g)].flatMap(([, name = '']) =>
    name === 'Partition' ? [] : name,
  )
  const usual: Readonly<Record<string, string>> = { Partition: 'aws', Account: words.account ?? '*' }
  const valueOf = (name: string) => parts[name] ?? usual[name] ?? '*'
  const arn = form.arn.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => valueOf(name) || '*')
  return (
    <details className={styles.builder}>
      <summary>Build an ARN</summary>
      <form
        onSubmit={event => {
          event.preventDefault()
          onAdd(arn)
        }}
      >
        <label>
          Type
          <select value={form.arn} onChange={event => setChosen(event.target.value)}>
            {forms.map(({ arn, type }) => (
              <option key={arn} value={arn}>
                {type}
              </option>
            ))}
          </select>
        </label>
        {names.map(name => (
          <label key={name}>
            {name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')}
            <input
              value={valueOf(name)}
              spellCheck={false}
              onChange={event => setParts({ ...parts, [name]: event.target.value.trim() })}
            />
          </label>
        ))}
        <code>{arn}</code>
        <Button type="submit">Add this ARN</Button>
      </form>
    </details>
  )
}

function formsAsked({ action }: Statement, services: readonly ServiceEntry[]) {
  const reference = {
    prefixes: undefined,
    service: (prefix: string) => services.find(entry => entry.prefix === prefix),
  }
  const found = (action?.values ?? []).flatMap(({ text }) => {
    const matched = matchingActions(reference, text)
    const names = new Set(matched?.actions.flatMap(({ resourceTypes }) => resourceTypes))
    return [...names].flatMap(name => {
      const type = matched?.service.resourceTypes.get(name.toLowerCase())
      return type ? formsOf(type) : []
    })
  })
  return [...new Map(found.map(form => [form.arn, form])).values()]
}
