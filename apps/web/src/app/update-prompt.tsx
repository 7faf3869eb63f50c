/** A newer version is here: the person says when to take it, and loses nothing until then. */

import { useRegisterSW } from 'virtual:pwa-register/react'
import { Button } from '@vendue/ui/button'
import { useTranslation } from '@/shared/i18n/translation'

const LOOK_EVERY_MS = 60 * 60_000

export function UpdatePrompt() {
  const { t } = useTranslation()
  const {
    needRefresh: [isNewer, setNewer],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_address, registration) => {
      if (registration !== undefined) setInterval(() => void registration.update(), LOOK_EVERY_MS)
    },
  })
  if (!isNewer) return null
  return (
    <div className="toasts" role="status">
      <div className="toast">
        <span>{t('update.here')}</span>
        <Button look="quiet" onClick={() => void updateServiceWorker(true)}>
          {t('update.take')}
        </Button>
        <Button look="quiet" onClick={() => setNewer(false)}>
          {t('update.later')}
        </Button>
      </div>
    </div>
  )
}
