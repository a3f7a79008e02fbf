export default function PolicyEditor(props: { label: string; text: string; readOnly: boolean; marks: unknown; diagnostics: unknown; onChange: (text: string) => void }) {
  return <textarea aria-label={props.label} value={props.text} rows={14} style={{ width: '100%', fontFamily: 'monospace', fontSize: 12, border: 0 }} readOnly={props.readOnly} onChange={e => props.onChange(e.target.value)} />
}
