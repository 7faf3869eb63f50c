/** Where the letter about an address leads: it is confirmed, and the person goes on. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { Skeleton } from '@vendue/ui/page-states'
import { useState } from 'react'
import { isRefusal } from '@/shared/forms/refusals'
import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'
import { useIsSignedIn } from '@/shared/session/session'

import { AuthFrame } from './auth-frame'
import { CodeForm } from './code-form'
import { tellConfirmation } from './confirmations'
import { LetterForm } from './letter-form'
import { useLetterToken } from './letter-token'
import { SignInForm } from './sign-in-form'

export function ConfirmPage() {
  const { t } = useTranslation('auth')
  const opened = useLetterToken()
  const [token, setToken] = useState(opened)
  const confirmation = useQuery({
    // A link works once: the answer is kept, and asked for by nobody twice.
    queryKey: ['confirmation', token],
    queryFn: async () => {
      await vendue.accounts.confirmEmail({ token: token ?? '' })
      tellConfirmation()
      return true
    },
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  if (token === null) return <CodeForm onCode={setToken} />
  if (confirmation.isSuccess) return <Confirmed />
  if (isRefusal(confirmation.error, 'link_invalid')) return <OldLink />
  return (
    <AuthFrame title={t('confirm.title')}>
      {confirmation.isError ? (
        <Problem error={confirmation.error} onRetry={() => void confirmation.refetch()} />
      ) : (
        <div role="status" aria-label={t('confirm.pending')}>
          <Skeleton className="h-12" />
        </div>
      )}
    </AuthFrame>
  )
}

function Confirmed() {
  const { t } = useTranslation('auth')
  const isSignedIn = useIsSignedIn()
  const [email, setEmail] = useState('')
  return (
    <AuthFrame
      title={t('confirm.done')}
      lead={t(isSignedIn ? 'confirm.signedIn' : 'confirm.signIn')}
    >
      {isSignedIn ? (
        <Link to="/" className={buttonClass('solid', 'main')}>
          {t('confirm.goOn')}
        </Link>
      ) : (
        <SignInForm email={email} onEmail={setEmail} />
      )}
    </AuthFrame>
  )
}

function OldLink() {
  const { t } = useTranslation('auth')
  return (
    <AuthFrame
      title={t('oldLink.title')}
      lead={t('oldLink.confirmation')}
      foot={
        <Link to="/sign-in" className="link inline-flex min-h-11 items-center">
          {t('signIn.title')}
        </Link>
      }
    >
      <LetterForm kind="confirmation" />
    </AuthFrame>
  )
}
