/** What the price shown comes to with premium, VAT and shipping. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LotState } from '@vendue/sdk'
import { listLotCostsOptions } from '@vendue/sdk/react-query'
import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

export function LeadTotal({ state }: { state: LotState }) {
  const { t } = useTranslation('home')
  const language = useLanguage()
  const amount = state.hammer_price_minor ?? state.price_minor
  const costs = useQuery({
    ...listLotCostsOptions({
      path: { lot_id: state.lot_id },
      query: { amount_minor: [amount] },
    }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const total = costs.data?.items[0]
  return (
    // The line keeps its place while the figure is on its way.
    <p className="min-h-[1.4em] text-13 text-muted figures">
      {total !== undefined &&
        t(total.shipping_minor === null ? 'totalWithoutShipping' : 'total', {
          amount: formatMoney(total.total_minor, total.currency, language),
        })}
    </p>
  )
}
