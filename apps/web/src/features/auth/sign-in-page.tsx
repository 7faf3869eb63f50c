/** Signing in, and going on where one was. */

import { Link } from '@tanstack/react-router'
import { useDraft } from '@/shared/forms/use-draft'
import { useTranslation } from '@/shared/i18n/translation'

import { AuthFrame } from './auth-frame'
import { readJoining } from './joining'
import { SignInForm } from './sign-in-form'
import { useGoingOn } from './use-going-on'

export function SignInPage({ back }: { back: string | undefined }) {
  const { t } = useTranslation('auth')
  const { form, change } = useDraft('address', { email: readJoining().email })
  useGoingOn(back)
  return (
    <AuthFrame
      title={t('signIn.title')}
      lead={back === undefined ? undefined : t('signIn.lead')}
      foot={
        <p className="flex flex-wrap items-center gap-x-2">
          {t('signIn.new')}
          <Link
            to="/sign-up"
            search={back === undefined ? {} : { back }}
            className="link inline-flex min-h-11 items-center"
          >
            {t('signUp.title')}
          </Link>
        </p>
      }
    >
      <SignInForm email={form.email} onEmail={(email) => change({ email })} />
    </AuthFrame>
  )
}
