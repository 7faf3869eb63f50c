/** A newer version is here: the person says when to take it, and loses nothing until then. */

import { Button } from '@vendue/ui/button'
import { useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'

import { useNewerVersion } from './service-worker'

export function UpdatePrompt() {
  const { t } = useTranslation()
  const takeUp = useNewerVersion()
  const [isLater, setLater] = useState(false)
  if (takeUp === null || isLater) return null
  return (
    <div className="toast">
      <span>{t('update.here')}</span>
      <Button look="quiet" onClick={takeUp}>
        {t('update.take')}
      </Button>
      <Button look="quiet" onClick={() => setLater(true)}>
        {t('update.later')}
      </Button>
    </div>
  )
}
