/** Every lot there is, and what leaves only the wanted ones. */

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'

import { AppliedFilters } from './applied-filters'
import type { ChangeFilters, Filters } from './filters'
import { PhoneFilters } from './phone-filters'
import { Results } from './results'
import { SaveSearch } from './save-search'
import { Toolbar } from './toolbar'
import { useSearch } from './use-search'
import { WideFilters } from './wide-filters'

export interface SearchPageProps {
  readonly filters: Filters
  readonly onChange: ChangeFilters
}

export function SearchPage({ filters, onChange }: SearchPageProps) {
  const { t } = useTranslation(['search', 'common'])
  const search = useSearch(filters)
  const { total, heading } = search
  const figure = total?.is_capped ? `${counted(total.count).formatted}+` : undefined
  const count =
    total && t('common:lots', { ...counted(total.count), ...(figure && { formatted: figure }) })
  return (
    <div className="wrap pt-6 wide:grid wide:grid-cols-[248px_minmax(0,1fr)] wide:gap-12 wide:pt-8">
      <PageTitle>{heading}</PageTitle>
      <aside className="hidden wide:block" aria-label={t('filters')}>
        <WideFilters filters={filters} search={search} onChange={onChange} />
      </aside>
      <div className="min-w-0">
        <div className="mb-6 grid gap-4">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-36!">{heading}</h1>
            <p className="text-muted figures" role="status">
              {count}
            </p>
            <div className="ms-auto hidden wide:block">
              <SaveSearch filters={filters} name={filters.words ?? heading} />
            </div>
          </div>
          <div className="flex flex-wrap gap-3 border-t border-ink pt-3 wide:hidden">
            <PhoneFilters filters={filters} search={search} onChange={onChange} />
            <SaveSearch filters={filters} name={filters.words ?? heading} />
          </div>
          <AppliedFilters filters={filters} search={search} onChange={onChange} />
          <Toolbar filters={filters} onChange={onChange} />
        </div>
        <Results search={search} onClear={() => onChange(() => ({}))} />
      </div>
    </div>
  )
}
