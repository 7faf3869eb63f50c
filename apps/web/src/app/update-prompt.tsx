/** A newer version is here: the person says when to take it, and loses nothing until then. */

import { Button } from '@vendue/ui/button'

import { useTranslation } from '@/shared/i18n/translation'

export interface UpdatePromptProps {
  readonly onTake: () => void
  /** Later. */
  readonly onClose: () => void
}

export default function UpdatePrompt({ onTake, onClose }: UpdatePromptProps) {
  const { t } = useTranslation()
  return (
    <div className="toast">
      <span>{t('update.here')}</span>
      <Button look="quiet" onClick={onTake}>
        {t('update.take')}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {t('update.later')}
      </Button>
    </div>
  )
}
