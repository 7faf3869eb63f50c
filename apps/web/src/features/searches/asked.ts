/** What a saved search asks: as an address of the search page, and in words. */

import { useQuery } from '@tanstack/react-query'
import type { SavedQuery } from '@vendue/sdk'
import { getCategoryOptions } from '@vendue/sdk/react-query'
import { formatMoney } from '@vendue/ui/values/money'

import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { localName, useLanguage } from '@/shared/i18n/use-language'
import { useAttributeNames } from '@/shared/lots/attribute-names'

/** The filters that are set. An alert looks at new lots whatever their status, so "live" is none. */
export function filtersOf(query: SavedQuery): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([name, value]) =>
        value !== null && String(value) !== '' && !(name === 'status' && value === 'live'),
    ),
  )
}

/** The search in words: "Clocks · Good · up to 500 €". */
export function useAsked(query: SavedQuery): string {
  const { t } = useTranslation(['search', 'searches'])
  const language = useLanguage()
  const countryName = useCountryName()
  const category = useQuery({
    ...getCategoryOptions({ path: { category: query.category ?? '' } }),
    enabled: query.category !== null,
    staleTime: 5 * 60_000,
  })
  const names = useAttributeNames(category.data)
  const said = [
    query.words && t('found', { words: query.words }),
    category.data && localName(category.data, language),
    ...query.attribute.map((pair) => {
      const [name = '', value = ''] = pair.split(':')
      return names.value(name, value)
    }),
    ...query.condition.map((condition) => t(`condition.${condition}`)),
    query.seller_kind && t(`seller.${query.seller_kind}`),
    query.country && countryName(query.country),
    priceRange(query, (minor) => formatMoney(minor, query.currency ?? 'EUR', language), t),
    query.status !== 'live' && t(`status.${query.status as 'closed'}`),
  ].filter(Boolean)
  return said.length === 0 ? t('searches:everything') : said.join(' · ')
}

function priceRange(
  { price_from_minor: from, price_to_minor: to }: SavedQuery,
  said: (minor: number) => string,
  t: (key: 'priceFrom' | 'priceTo', values: { amount: string }) => string,
): string {
  if (from !== null && to !== null) return `${said(from)} – ${said(to)}`
  if (from !== null) return t('priceFrom', { amount: said(from) })
  return to === null ? '' : t('priceTo', { amount: said(to) })
}
