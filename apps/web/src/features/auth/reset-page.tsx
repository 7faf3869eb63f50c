/** A forgotten password: ask for a letter, or with its link choose a new one. */

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '@vendue/ui/button'
import { type FormEvent, useState } from 'react'
import { isRefusal, useRefusals } from '@/shared/forms/refusals'
import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'

import { AuthFrame } from './auth-frame'
import { LetterForm } from './letter-form'
import { useLetterToken } from './letter-token'
import { PasswordField, usePasswordHelp } from './password-field'

export function ResetPage() {
  const { t } = useTranslation('auth')
  const token = useLetterToken()
  if (token !== null) return <NewPassword token={token} />
  return (
    <AuthFrame
      title={t('reset.title')}
      lead={t('reset.lead')}
      foot={
        <Link to="/sign-in" className="link inline-flex min-h-11 items-center">
          {t('reset.remembered')}
        </Link>
      }
    >
      <LetterForm kind="reset" />
    </AuthFrame>
  )
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation('auth')
  const [password, setPassword] = useState('')
  const help = usePasswordHelp(password)
  const change = useMutation({
    mutationFn: () => vendue.accounts.resetPassword({ token, password }),
  })
  const { fields, rest, form } = useRefusals(change.error, ['password'])
  if (change.isSuccess) {
    return (
      <AuthFrame title={t('reset.done')} lead={t('reset.doneLead')}>
        <Link to="/sign-in" className={buttonClass('solid', 'main')}>
          {t('signIn.action')}
        </Link>
      </AuthFrame>
    )
  }
  if (isRefusal(rest, 'link_invalid')) {
    return (
      <AuthFrame title={t('oldLink.title')} lead={t('oldLink.reset')}>
        <LetterForm kind="reset" />
      </AuthFrame>
    )
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!change.isPending) change.mutate()
  }
  return (
    <AuthFrame title={t('reset.choose')} lead={t('reset.chooseLead')}>
      <form ref={form} className="grid gap-5" onSubmit={send} noValidate>
        {rest !== null && <Problem error={rest} />}
        <PasswordField
          label={t('password.new')}
          name="password"
          autoComplete="new-password"
          value={password}
          error={fields.password}
          help={help}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" look="solid" size="main" aria-disabled={change.isPending}>
          {t('reset.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}
