/** The searches that somebody keeps, and whether they are told what these newly find. */

import { Link } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'

import { useTranslation } from '@/shared/i18n/translation'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'
import { RowSkeleton } from '@/shared/row-skeleton'

import { SearchRow } from './search-row'
import { useSearchChanges, useSearches } from './use-searches'

export function SearchesPage() {
  const { t } = useTranslation('searches')
  const kept = useSearches()
  const changes = useSearchChanges()
  const searches = kept.data?.items
  return (
    <OwnPage title={t('title')}>
      {kept.isPending && <RowSkeleton height="h-11" />}
      {kept.isError && searches === undefined && (
        <Problem error={kept.error} onRetry={() => void kept.refetch()} />
      )}
      {searches?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={
            <Link to="/search" className={buttonClass('outlined')}>
              {t('empty.action')}
            </Link>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
      {searches !== undefined && searches.length > 0 && (
        <div>
          <p className="max-w-160 pb-4 text-muted">{t('lead')}</p>
          <ul className="border-t border-ink">
            {searches.map((search) => (
              <SearchRow key={search.saved_search_id} search={search} changes={changes} />
            ))}
          </ul>
        </div>
      )}
    </OwnPage>
  )
}
