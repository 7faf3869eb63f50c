/** The questions that narrow a search, each answer with how many lots it leaves. */

import type { Facet as CountedFacet } from '@vendue/sdk'
import { Facet, Tick } from '@vendue/ui/facet'
import { useId } from 'react'
import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useAttributeNames } from '@/shared/lots/attribute-names'
import { CategoryFacet } from './category-facet'
import { countOf, figure } from './counts'
import { type ChangeFilters, CONDITIONS, type Filters, STATUSES, toggled, WITHIN } from './filters'
import { PriceFacet } from './price-facet'
import type { Search } from './use-search'

export interface FacetRailProps {
  readonly filters: Filters
  readonly search: Search
  readonly onChange: ChangeFilters
}

const OWN_FACETS = ['category', 'condition', 'seller_kind', 'country']
const SELLERS = ['trader', 'private'] as const

export function FacetRail({ filters, search, onChange }: FacetRailProps) {
  const { t } = useTranslation('search')
  const group = useId()
  const countryName = useCountryName()
  const change = (part: Filters) => onChange((before) => ({ ...before, ...part }))
  const counts = (name: string) => search.facets.find((facet) => facet.name === name)
  return (
    <div>
      <CategoryFacet filters={filters} search={search} onChange={onChange} />
      <PriceFacet filters={filters} onChange={onChange} />
      <Facet title={t('closes.title')}>
        <Tick
          radio={`${group}-closes`}
          label={t('closes.any')}
          isChecked={filters.ending_within === undefined}
          onChange={() => change({ ending_within: undefined })}
        />
        {WITHIN.map((within) => (
          <Tick
            key={within}
            radio={`${group}-closes`}
            label={t(`closes.${within}`)}
            isChecked={filters.ending_within === within}
            onChange={() => change({ ending_within: within })}
          />
        ))}
      </Facet>
      <Facet title={t('status.title')}>
        {STATUSES.map((status) => (
          <Tick
            key={status}
            radio={`${group}-status`}
            label={t(`status.${status as 'live'}`)}
            isChecked={(filters.status ?? 'live') === status}
            onChange={() => change({ status: status === 'live' ? undefined : status })}
          />
        ))}
      </Facet>
      <AttributeFacets filters={filters} search={search} onChange={onChange} />
      <Facet title={t('seller.title')}>
        {SELLERS.map((kind) => (
          <Tick
            key={kind}
            label={t(`seller.${kind}`)}
            count={countOf(counts('seller_kind'), kind)}
            isChecked={filters.seller_kind === kind}
            onChange={(isOn) => change({ seller_kind: isOn ? kind : undefined })}
          />
        ))}
      </Facet>
      <Facet title={t('condition.title')}>
        {CONDITIONS.filter((one) => isShown(counts('condition'), one, filters.condition)).map(
          (condition) => (
            <Tick
              key={condition}
              label={t(`condition.${condition}`)}
              count={countOf(counts('condition'), condition)}
              isChecked={filters.condition?.includes(condition) ?? false}
              onChange={(isOn) =>
                onChange((before) => ({
                  ...before,
                  condition: toggled(before.condition, condition, isOn),
                }))
              }
            />
          ),
        )}
      </Facet>
      <Facet title={t('country.title')}>
        {(counts('country')?.values ?? []).map(({ value, ...count }) => (
          <Tick
            key={value}
            label={countryName(value)}
            count={figure(count)}
            isChecked={filters.country === value}
            onChange={(isOn) => change({ country: isOn ? value : undefined })}
          />
        ))}
      </Facet>
    </div>
  )
}

/** What only lots of this category have: a movement, a mint, a paper size. */
function AttributeFacets({ filters, search, onChange }: FacetRailProps) {
  const names = useAttributeNames(search.category)
  return search.facets
    .filter(({ name }) => !OWN_FACETS.includes(name))
    .map((facet) => (
      <Facet key={facet.name} title={names.title(facet.name)}>
        {facet.values.map(({ value, ...count }) => {
          const filter = `${facet.name}:${value}`
          return (
            <Tick
              key={value}
              label={names.value(facet.name, value)}
              count={figure(count)}
              isChecked={filters.attribute?.includes(filter) ?? false}
              onChange={(isOn) =>
                onChange((before) => ({
                  ...before,
                  attribute: toggled(before.attribute, filter, isOn),
                }))
              }
            />
          )
        })}
      </Facet>
    ))
}

/** An answer that leaves nothing is not offered, unless it is the one given. */
function isShown(
  facet: CountedFacet | undefined,
  value: string,
  chosen: readonly string[] | undefined,
): boolean {
  const isChosen = chosen?.includes(value) ?? false
  return isChosen || (facet?.values.some((one) => one.value === value) ?? false)
}
