/** A letter is on its way. When its link is opened in this browser, this tab signs in by itself. */

import { Button } from '@vendue/ui/button'
import { useEffect } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { session } from '@/shared/session/session'

import { AuthFrame } from './auth-frame'
import { onConfirmation } from './confirmations'
import { LetterAgain } from './letter-again'
import type { Credentials } from './sign-up-page'

export interface AwaitedLetterProps {
  readonly credentials: Credentials
  readonly onChange: () => void
}

export function AwaitedLetter({ credentials, onChange }: AwaitedLetterProps) {
  const { t } = useTranslation('auth')
  const { email } = credentials
  useEffect(
    () =>
      // Where it does not work, the other tab asks the person to sign in.
      onConfirmation(() => void session.signIn(credentials).catch(() => undefined)),
    [credentials],
  )
  return (
    <AuthFrame title={t('letter.title')} lead={t('letter.confirm', { email })}>
      <p className="text-14 text-muted">{t('letter.look')}</p>
      <div className="flex flex-wrap items-start gap-3">
        <LetterAgain kind="confirmation" email={email} isFresh />
        <Button look="quiet" size="small" className="min-h-11!" onClick={onChange}>
          {t('letter.otherAddress')}
        </Button>
      </div>
    </AuthFrame>
  )
}
