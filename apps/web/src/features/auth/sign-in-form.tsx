/** Address and password, wherever somebody may sign in. */

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { TextField } from '@vendue/ui/field'
import { type FormEvent, useState } from 'react'
import { isRefusal, useRefusals } from '@/shared/forms/refusals'
import { useTranslation } from '@/shared/i18n/translation'
import { Problem } from '@/shared/problem'
import { session } from '@/shared/session/session'

import { ConfirmFirst } from './confirm-first'
import { PasswordField } from './password-field'

const NAMES = ['email', 'password']

export interface SignInFormProps {
  readonly email: string
  readonly onEmail: (email: string) => void
}

/** The page around it notices by itself that somebody has signed in. */
export function SignInForm({ email, onEmail }: SignInFormProps) {
  const { t } = useTranslation('auth')
  const [password, setPassword] = useState('')
  const entry = useMutation({ mutationFn: session.signIn })
  const { fields, rest, form } = useRefusals(entry.error, NAMES)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!entry.isPending) entry.mutate({ email: email.trim(), password })
  }
  return (
    <form ref={form} className="grid gap-5" onSubmit={send} noValidate>
      <EntryProblem error={rest} email={email.trim()} />
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        error={fields.email}
        onChange={(event) => onEmail(event.target.value)}
      />
      <div className="grid gap-1">
        <PasswordField
          label={t('password.title')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          error={fields.password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Link
          to="/reset"
          className="link inline-flex min-h-11 items-center justify-self-start text-14"
        >
          {t('signIn.forgot')}
        </Link>
      </div>
      <Button type="submit" look="solid" size="main" aria-disabled={entry.isPending}>
        {t(entry.isPending ? 'signIn.pending' : 'signIn.action')}
      </Button>
    </form>
  )
}

function EntryProblem({ error, email }: { error: unknown; email: string }) {
  if (error === null) return null
  if (isRefusal(error, 'email_unconfirmed')) return <ConfirmFirst email={email} />
  return <Problem error={error} />
}
