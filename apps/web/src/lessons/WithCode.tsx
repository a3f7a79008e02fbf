/** A text of a lesson or example: what stands in backticks is set as code. */
export function WithCode({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('`').map((part, index) =>
        // The pieces of a sentence have an order and no other identity.
        // oxlint-disable-next-line react/no-array-index-key
        index % 2 === 0 ? part : <code key={index}>{breakable(part)}</code>,
      )}
    </>
  )
}

/** Long names and ARNs may break after a colon or a slash, for the panel is narrow. */
const breakable = (code: string) =>
  code.split(/(?<=[:/])/).flatMap((part, index) =>
    // Parts of one name, as above.
    // oxlint-disable-next-line react/no-array-index-key
    index === 0 ? [part] : [<wbr key={index} />, part],
  )
