import type { User } from '@iam-canvas/core'
import { perform } from '../workspace/perform.ts'
import { Section } from './Section.tsx'
import { Switch } from './Switch.tsx'
import styles from './fields.module.css'

type Credentials = Pick<User, 'accessKeys' | 'consolePassword' | 'mfa'>

/** How a user signs in: each change is what CreateAccessKey, CreateLoginProfile or EnableMFADevice does. */
export function SignIn({ user }: { readonly user: User }) {
  const set = (credentials: Credentials) =>
    perform({ command: { type: 'UpdateUserCredentials', user: user.id, ...credentials } })
  return (
    <Section title="How it signs in">
      <Switch
        label="Console password"
        on={user.consolePassword ?? false}
        onChange={consolePassword => set({ consolePassword })}
      />
      <Switch label="MFA device" on={user.mfa ?? false} onChange={mfa => set({ mfa })} />
      <label className={styles.choice}>
        Access keys
        <select
          value={user.accessKeys ?? 0}
          onChange={event => set({ accessKeys: Number(event.currentTarget.value) })}
        >
          <option value={0}>none</option>
          <option value={1}>1</option>
          <option value={2}>2</option>
        </select>
      </label>
    </Section>
  )
}
