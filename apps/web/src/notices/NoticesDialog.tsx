import { referenceSources } from '@iam-canvas/reference/compiled'
import notices from 'virtual:third-party-notices'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './NoticesDialog.module.css'
import { closeNotices, useNotices } from './notices-state.ts'
import { readNotices } from './read-notices.ts'

const { sections, licenses } = readNotices(notices)

/** What the app ships that others have made: data and code, with version and licence. */
export default function NoticesDialog() {
  const open = useNotices(state => state.open)
  return (
    <Dialog
      open={open}
      onClose={closeNotices}
      title="Third-party notices"
      description="What IAM Canvas ships that others have made. IAM Canvas itself is under the MIT licence."
      wide
    >
      {sections.map(({ title, parts }) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.heading}>
            {title} <span className={styles.quiet}>{parts.length}</span>
          </h3>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>Package</th>
                <th>Version</th>
                <th>Licence</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ name, version, license }) => (
                <tr key={`${name} ${version}`}>
                  <td>
                    {name}
                    <Dated name={name} />
                  </td>
                  <td>{version}</td>
                  <td>{license}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <h3 className={styles.heading}>Licences</h3>
      {licenses.map(({ names, text }) => (
        <details key={names} className={styles.license}>
          <summary>{names}</summary>
          <pre>{text}</pre>
        </details>
      ))}
    </Dialog>
  )
}

/** Data is of a day. */
function Dated({ name }: { readonly name: string }) {
  const source = referenceSources.sources.find(each => each.package === name)
  return source ? (
    <span className={styles.quiet}>
      : {source.what}, as of {source.date}
    </span>
  ) : null
}
