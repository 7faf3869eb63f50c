/** Signing in has to wait until the address is confirmed: another letter is one press away. */

import { InfoNotice } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

import { LetterAgain } from './letter-again'

export function ConfirmFirst({ email }: { email: string }) {
  const { t } = useTranslation('auth')
  return (
    <InfoNotice>
      <div className="grid justify-items-start gap-2" role="alert">
        <p className="font-semibold">{t('unconfirmed.title')}</p>
        <p className="text-muted">{t('unconfirmed.text', { email })}</p>
        <LetterAgain kind="confirmation" email={email} />
      </div>
    </InfoNotice>
  )
}
