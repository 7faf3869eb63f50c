/** Where the letter about an address leads: it is confirmed, and the person goes on. */

import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { Skeleton } from '@vendue/ui/page-states'
import { type MouseEvent, useEffect, useState } from 'react'
import { isRefusal } from '@/shared/forms/refusals'
import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'
import { useIsSignedIn } from '@/shared/session/session'

import { AuthFrame } from './auth-frame'
import { CodeForm } from './code-form'
import { tellConfirmation } from './confirmations'
import { forgetJoining, type Joining, readJoining } from './joining'
import { LetterForm } from './letter-form'
import { useLetterToken } from './letter-token'
import { SignInForm } from './sign-in-form'

export function ConfirmPage() {
  const { t } = useTranslation('auth')
  const opened = useLetterToken()
  const [token, setToken] = useState(opened)
  // Read before the address is confirmed: then the tab that waits signs in and forgets it.
  const [joining] = useState(readJoining)
  const confirmation = useMutation({ mutationFn: confirmOnce })
  const { mutate } = confirmation
  useEffect(() => {
    if (token !== null) mutate(token)
  }, [token, mutate])
  if (token === null) return <CodeForm onCode={setToken} />
  if (confirmation.isSuccess) return <Confirmed joining={joining} />
  if (isRefusal(confirmation.error, 'link_invalid')) return <OldLink joining={joining} />
  return (
    <AuthFrame title={t('confirm.title')}>
      {confirmation.isError ? (
        <Problem error={confirmation.error} onRetry={() => mutate(token)} />
      ) : (
        <div role="status" aria-label={t('confirm.pending')}>
          <Skeleton className="h-12" />
        </div>
      )}
    </AuthFrame>
  )
}

const asked = new Map<string, Promise<void>>()

/** A link works once: whoever shows its page again is given the same answer. */
function confirmOnce(token: string): Promise<void> {
  const answer = asked.get(token) ?? confirm(token)
  asked.set(token, answer)
  return answer
}

async function confirm(token: string): Promise<void> {
  try {
    await vendue.accounts.confirmEmail({ token })
    tellConfirmation()
  } catch (error) {
    // What did not reach the market can be tried again.
    asked.delete(token)
    throw error
  }
}

function Confirmed({ joining }: { joining: Joining }) {
  const { t } = useTranslation('auth')
  const isSignedIn = useIsSignedIn()
  const [email, setEmail] = useState(joining.email)
  useEffect(() => {
    if (isSignedIn) forgetJoining()
  }, [isSignedIn])
  return (
    <AuthFrame
      title={t('confirm.done')}
      lead={t(isSignedIn ? 'confirm.signedIn' : 'confirm.signIn')}
    >
      {isSignedIn ? (
        <div className="grid gap-3">
          {joining.back !== undefined && <BackLink path={joining.back} />}
          <Link
            to="/"
            className={buttonClass(joining.back === undefined ? 'solid' : 'outlined', 'main')}
          >
            {t('confirm.goOn')}
          </Link>
        </div>
      ) : (
        <SignInForm email={email} onEmail={setEmail} />
      )}
    </AuthFrame>
  )
}

/** To the page on which somebody chose to open an account: most often a lot to bid on. */
function BackLink({ path }: { path: string }) {
  const { t } = useTranslation('auth')
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(path)
  }
  return (
    <a href={path} className={buttonClass('solid', 'main')} onClick={follow}>
      {t(path.startsWith('/lot/') ? 'confirm.backToLot' : 'confirm.back')}
    </a>
  )
}

function OldLink({ joining }: { joining: Joining }) {
  const { t } = useTranslation('auth')
  return (
    <AuthFrame
      title={t('oldLink.title')}
      lead={t('oldLink.confirmation')}
      foot={
        <Link
          to="/sign-in"
          search={{ back: joining.back }}
          className="link inline-flex min-h-11 items-center"
        >
          {t('signIn.title')}
        </Link>
      }
    >
      <LetterForm kind="confirmation" />
    </AuthFrame>
  )
}
