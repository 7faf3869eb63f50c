/** Says that a change has been kept, beside what was changed. */

import { Check } from 'lucide-react'

import { useTranslation } from '@/shared/i18n/translation'

export function SavedNote({ isSaved }: { isSaved: boolean }) {
  const { t } = useTranslation('account')
  return (
    <p className="flex min-h-5 items-center gap-1.5 text-13 text-muted" role="status">
      {isSaved && (
        <>
          <Check size={16} strokeWidth={2} aria-hidden="true" />
          {t('saved')}
        </>
      )}
    </p>
  )
}
