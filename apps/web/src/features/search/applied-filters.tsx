/** What narrows the search now; each goes when it is pressed. */

import { Button } from '@vendue/ui/button'
import { Chip } from '@vendue/ui/chip'
import { formatMoney } from '@vendue/ui/values/money'
import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useAttributeNames } from '@/shared/lots/attribute-names'
import type { FacetRailProps } from './facet-rail'
import { type Filters, toggled } from './filters'

interface Applied {
  readonly key: string
  readonly text: string
  readonly without: (before: Filters) => Filters
}

/** A currency without a price would ask for lots in that currency alone. */
const NO_PRICE = { price_from_minor: undefined, price_to_minor: undefined, currency: undefined }

export function AppliedFilters({ filters, search, onChange }: FacetRailProps) {
  const { t } = useTranslation('search')
  const applied = useApplied(filters, search)
  if (applied.length === 0) return null
  return (
    <div className="-mx-(--gutter) flex gap-2 overflow-x-auto px-(--gutter) [scrollbar-width:none] wide:mx-0 wide:flex-wrap wide:px-0">
      {applied.map(({ key, text, without }) => (
        <Chip key={key} removal={t('remove', { filter: text })} onRemove={() => onChange(without)}>
          {text}
        </Chip>
      ))}
      <Button
        look="quiet"
        className="text-14! whitespace-nowrap wide:min-h-9!"
        onClick={() => onChange(({ words, category, sort }) => ({ words, category, sort }))}
      >
        {t('clear')}
      </Button>
    </div>
  )
}

/** How many filters narrow a search, besides its words and its category. */
export function useApplied(filters: Filters, search: FacetRailProps['search']): readonly Applied[] {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const names = useAttributeNames(search.category)
  const countryName = useCountryName()
  const { status, seller_kind, country, ending_within, condition, attribute } = filters
  const one = (key: keyof Filters, value: unknown, text: () => string): Applied[] =>
    value === undefined
      ? []
      : [{ key, text: text(), without: (before) => ({ ...before, [key]: undefined }) }]
  return [
    ...price(),
    ...one('ending_within', ending_within, () =>
      t(`closes.${ending_within as '1h'}`, ending_within ?? ''),
    ),
    ...one('status', status, () => t(`status.${status as 'live'}`)),
    ...one('seller_kind', seller_kind, () => t(`seller.${seller_kind as 'trader'}`)),
    ...one('country', country, () => countryName(country ?? '')),
    ...(condition ?? []).map(
      (value): Applied => ({
        key: value,
        text: t(`condition.${value}`),
        without: (before) => ({ ...before, condition: toggled(before.condition, value, false) }),
      }),
    ),
    ...(attribute ?? []).map((pair): Applied => {
      const [name = '', value = ''] = pair.split(':')
      return {
        key: pair,
        text: names.value(name, value),
        without: (before) => ({ ...before, attribute: toggled(before.attribute, pair, false) }),
      }
    }),
  ]

  function price(): Applied[] {
    const { price_from_minor: from, price_to_minor: to, currency = 'EUR' } = filters
    if (from === undefined && to === undefined) return []
    const said = (minor: number) => formatMoney(minor, currency, language)
    const text = rangeText(from, to, said)
    return [{ key: 'price', text, without: (before) => ({ ...before, ...NO_PRICE }) }]
  }

  function rangeText(
    from: number | undefined,
    to: number | undefined,
    said: (minor: number) => string,
  ): string {
    if (from !== undefined && to !== undefined) return `${said(from)} – ${said(to)}`
    return from === undefined
      ? t('priceTo', { amount: said(to ?? 0) })
      : t('priceFrom', { amount: said(from) })
  }
}
