/** A page that broke: say so, and offer it again. */

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

import { forgetFailures } from '@/shared/i18n/texts'
import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const again = () => {
    forgetFailures()
    reset()
    void router.invalidate()
  }
  useEffect(() => {
    // What did not come for want of a connection comes by itself once there is one.
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  })
  return (
    <div className="wrap grid gap-6 pt-8">
      <PageTitle>{t('failed.title')}</PageTitle>
      <h1>{t('failed.title')}</h1>
      <Problem error={error} onRetry={again} />
    </div>
  )
}
