/** Condition, attributes and place: what the category asks every lot of its kind. */

import { useQuery } from '@tanstack/react-query'
import { getCategoryOptions } from '@vendue/sdk/react-query'

import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useAttributeNames } from '@/shared/lots/attribute-names'
import type { LotFacts } from '@/shared/lots/facts'

import { Spec, Specs } from './specs'

export default function LotSpecs({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation(['lot-details', 'search'])
  const country = useCountryName()
  const category = useQuery({
    ...getCategoryOptions({ path: { category: lot.category.slug } }),
    staleTime: 10 * 60_000,
  })
  const names = useAttributeNames(category.data)
  return (
    <Specs>
      <Spec name={t('condition')}>{t(`search:condition.${lot.condition}`)}</Spec>
      <Spec name={t('place')}>
        {lot.city}, {country(lot.country)}
      </Spec>
      {category.isSuccess &&
        Object.entries(lot.attributes).map(([name, value]) => (
          <Spec key={name} name={names.title(name)}>
            {names.full(name, value)}
          </Spec>
        ))}
    </Specs>
  )
}
