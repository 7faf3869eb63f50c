/** The way out. It says when one is outside, and when one is not: others may use this device. */

import { useToast } from '@vendue/ui/toast'

import { useTranslation } from '@/shared/i18n/translation'
import { session } from '@/shared/session/session'

export function useSignOut(): () => void {
  const { t } = useTranslation()
  const toast = useToast()
  return () =>
    void session.signOut().then(
      () => toast(t('shell.signedOut')),
      () => toast(t('shell.stillSignedIn')),
    )
}
