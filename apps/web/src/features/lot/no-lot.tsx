/** Where there is no lot to show: it was not put up yet, or there is none at this address. */

import { Link } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'

import { useTranslation } from '@/shared/i18n/translation'
import type { LotFacts } from '@/shared/lots/facts'
import { PageTitle } from '@/shared/page-title'

export default function NoLot({ unpublished }: { unpublished: LotFacts | undefined }) {
  return unpublished === undefined ? <UnknownLot /> : <Unpublished lot={unpublished} />
}

function Unpublished({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot')
  return (
    <div className="wrap grid gap-6 pt-8">
      <PageTitle>{lot.title}</PageTitle>
      <h1 lang={lot.language}>{lot.title}</h1>
      <p className="text-muted">{t('unpublished')}</p>
    </div>
  )
}

function UnknownLot() {
  const { t } = useTranslation('lot')
  return (
    <div className="wrap grid gap-6 pt-8">
      <PageTitle>{t('unknown.title')}</PageTitle>
      <h1>{t('unknown.title')}</h1>
      <EmptyState
        title={t('unknown.why')}
        action={
          <Link to="/search" className={buttonClass('outlined')}>
            {t('unknown.toLots')}
          </Link>
        }
      >
        {t('unknown.text')}
      </EmptyState>
    </div>
  )
}
