/** An address that leads nowhere. */

import { Link } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

import { PageTitle } from '@/shared/page-title'

export function LostPage() {
  const { t } = useTranslation()
  return (
    <div className="wrap grid gap-6 pt-8">
      <PageTitle>{t('lost.title')}</PageTitle>
      <h1>{t('lost.title')}</h1>
      <EmptyState
        title={t('lost.what')}
        action={
          <Link to="/search" className={buttonClass('outlined')}>
            {t('lost.action')}
          </Link>
        }
      >
        {t('lost.why')}
      </EmptyState>
    </div>
  )
}
