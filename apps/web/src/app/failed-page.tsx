/** A page that broke: say so, and offer it again. */

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from '@/shared/i18n/translation'

import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="wrap grid gap-6 pt-8">
      <PageTitle>{t('failed.title')}</PageTitle>
      <h1>{t('failed.title')}</h1>
      <Problem error={error} onRetry={again} />
    </div>
  )
}
