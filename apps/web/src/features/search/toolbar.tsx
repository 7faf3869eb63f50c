/** In which order the lots stand, and how closely. */

import { Segments } from '@vendue/ui/chip'
import { ChevronDown, LayoutGrid, List } from 'lucide-react'
import { choose, type Density, useChoices } from '@/shared/choices'
import { useTranslation } from '@/shared/i18n/translation'

import { type ChangeFilters, type Filters, SORTS } from './filters'

export interface ToolbarProps {
  readonly filters: Filters
  readonly onChange: ChangeFilters
}

export function Toolbar({ filters, onChange }: ToolbarProps) {
  const { t } = useTranslation('search')
  const { density } = useChoices()
  const sorts = SORTS.filter((sort) => sort !== 'relevance' || filters.words !== undefined)
  return (
    <div className="flex items-center justify-between gap-4 wide:border-t wide:border-ink wide:pt-3">
      <label className="relative flex min-h-11 items-center gap-2 text-14">
        <span className="text-muted">{t('sort.title')}</span>
        <select
          className="min-h-11 appearance-none bg-transparent pe-7 font-semibold text-ellipsis"
          value={filters.sort ?? 'ending_soonest'}
          onChange={(event) => {
            const sort = SORTS.find((one) => one === event.target.value)
            onChange((before) => ({
              ...before,
              sort: sort === 'ending_soonest' ? undefined : sort,
            }))
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort} className="bg-surface text-ink">
              {t(`sort.${sort}`)}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          strokeWidth={1.8}
          aria-hidden="true"
          className="pointer-events-none absolute end-1"
        />
      </label>
      <Segments<Density>
        label={t('density.title')}
        value={density}
        onChange={(chosen) => choose({ density: chosen })}
        choices={[
          {
            value: 'grid',
            label: t('density.grid'),
            icon: <LayoutGrid size={18} strokeWidth={1.6} />,
          },
          { value: 'list', label: t('density.list'), icon: <List size={20} strokeWidth={1.6} /> },
        ]}
      />
    </div>
  )
}
