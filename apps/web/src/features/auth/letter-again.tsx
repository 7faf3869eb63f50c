/** Ask for a letter once more. A letter takes a while, so the button waits a little as well. */

import { useMutation } from '@tanstack/react-query'
import { Button } from '@vendue/ui/button'
import { useEffect, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'

const PAUSE_SECONDS = 30

export type LetterKind = 'confirmation' | 'reset'

/** The market's answer says nothing about whether there is such an account. */
export function askForLetter(kind: LetterKind, email: string) {
  return kind === 'reset'
    ? vendue.accounts.requestPasswordReset({ email })
    : vendue.accounts.resendConfirmation({ email })
}

export interface LetterAgainProps {
  readonly kind: LetterKind
  readonly email: string
  /** One has just been sent. */
  readonly isFresh?: boolean
}

export function LetterAgain({ kind, email, isFresh = false }: LetterAgainProps) {
  const { t } = useTranslation('auth')
  const [wait, setWait] = useState(isFresh ? PAUSE_SECONDS : 0)
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1_000)
    return () => clearTimeout(timer)
  }, [wait])
  const letter = useMutation({
    mutationFn: () => askForLetter(kind, email),
    onSuccess: () => setWait(PAUSE_SECONDS),
  })
  const isClosed = wait > 0 || letter.isPending
  return (
    <div className="grid justify-items-start gap-2">
      {letter.isError && <Problem error={letter.error} />}
      <Button
        size="small"
        className="min-h-11!"
        aria-disabled={isClosed}
        onClick={() => {
          if (!isClosed) letter.mutate()
        }}
      >
        {t('letter.again')}
      </Button>
      <p className="text-13 text-muted figures" role="status">
        {letter.isSuccess && t('letter.sentAgain')}
        {wait > 0 && <span aria-hidden="true"> {t('letter.wait', { count: wait })}</span>}
      </p>
    </div>
  )
}
