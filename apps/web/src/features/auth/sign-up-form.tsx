/** What a person says about themselves to open an account. All but the password saves itself. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { TextField } from '@vendue/ui/field'
import { type FormEvent, useState } from 'react'
import { isRefusal, useRefusals } from '@/shared/forms/refusals'
import { TickField } from '@/shared/forms/tick-field'
import { useDraft } from '@/shared/forms/use-draft'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { metaOptions, useMeta } from '@/shared/market/meta'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'
import { useTimeZone } from '@/shared/session/time-zone'

import { AuthFrame } from './auth-frame'
import { keepJoining } from './joining'
import { PasswordField, usePasswordHelp } from './password-field'
import type { Credentials } from './sign-up-page'
import { TermsLabel } from './terms-label'

const NAMES = ['email', 'password', 'display_name', 'age_confirmed', 'terms_version']
const EMPTY = { email: '', display_name: '', age_confirmed: false, terms_version: '' }

export interface SignUpFormProps {
  readonly back: string | undefined
  readonly onSent: (credentials: Credentials) => void
}

export function SignUpForm({ back, onSent }: SignUpFormProps) {
  const { t } = useTranslation(['auth', 'forms'])
  const meta = useMeta()
  const { form, change, forget } = useDraft('registration', EMPTY)
  const [password, setPassword] = useState('')
  const help = usePasswordHelp(password)
  const registration = useRegistration()
  const { fields, rest, form: element } = useRefusals(registration.error, NAMES)
  // The market reads the form before it looks at the age, so it may not come to say this itself.
  const isAgeOpen = Object.keys(fields).length > 0 && !form.age_confirmed
  const isOutdated = isRefusal(rest, 'terms_outdated')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (registration.isPending) return
    const sent = { ...form, email: form.email.trim(), password }
    registration.mutate(sent, {
      onSuccess: () => {
        forget()
        keepJoining({ email: sent.email, back })
        onSent({ email: sent.email, password })
      },
    })
  }
  return (
    <AuthFrame
      title={t('signUp.title')}
      lead={t('signUp.lead')}
      foot={<SignInInstead back={back} />}
    >
      <form ref={element} className="grid gap-5" onSubmit={send} noValidate>
        {rest !== null && !isOutdated && <Problem error={rest} />}
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          maxLength={254}
          value={form.email}
          error={fields.email}
          help={t('signUp.emailHelp')}
          onChange={(event) => change({ email: event.target.value })}
        />
        <TextField
          label={t('name')}
          name="display_name"
          autoComplete="nickname"
          maxLength={80}
          value={form.display_name}
          error={fields.display_name}
          help={t('signUp.nameHelp')}
          onChange={(event) => change({ display_name: event.target.value })}
        />
        <PasswordField
          label={t('password.title')}
          name="password"
          autoComplete="new-password"
          value={password}
          error={fields.password}
          help={help}
          onChange={(event) => setPassword(event.target.value)}
        />
        <div className="grid gap-1 border-t border-line pt-3">
          <TickField
            label={t('signUp.age', { years: meta?.minimum_age ?? 18 })}
            isChecked={form.age_confirmed}
            error={isAgeOpen ? t('forms:fields.age_confirmed.any') : undefined}
            onChange={(age_confirmed) => change({ age_confirmed })}
          />
          <TickField
            label={<TermsLabel version={meta?.legal.terms} />}
            // Consent is to one version; another one has to be agreed to anew.
            isChecked={meta !== undefined && form.terms_version === meta.legal.terms}
            error={isOutdated ? t('signUp.termsChanged') : fields.terms_version}
            onChange={(is) => change({ terms_version: is ? (meta?.legal.terms ?? '') : '' })}
          />
        </div>
        <Button type="submit" look="solid" size="main" aria-disabled={registration.isPending}>
          {t(registration.isPending ? 'signUp.pending' : 'signUp.action')}
        </Button>
      </form>
    </AuthFrame>
  )
}

function useRegistration() {
  const language = useLanguage()
  const time_zone = useTimeZone()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (form: typeof EMPTY & { password: string }) =>
      vendue.accounts.register({ ...form, language, time_zone }),
    onError: (error) => {
      if (isRefusal(error, 'terms_outdated')) {
        void queries.invalidateQueries({ queryKey: metaOptions.queryKey })
      }
    },
  })
}

function SignInInstead({ back }: { back: string | undefined }) {
  const { t } = useTranslation('auth')
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {t('signUp.known')}
      <Link
        to="/sign-in"
        search={back === undefined ? {} : { back }}
        className="link inline-flex min-h-11 items-center"
      >
        {t('signIn.title')}
      </Link>
    </p>
  )
}
