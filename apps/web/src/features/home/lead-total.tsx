/** What the price shown comes to with premium, VAT and shipping. */

import type { LotState } from '@vendue/sdk'
import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useCostsAt } from '@/shared/lots/costs'

export function LeadTotal({ state }: { state: LotState }) {
  const { t } = useTranslation('home')
  const language = useLanguage()
  const total = useCostsAt(state.lot_id, state.hammer_price_minor ?? state.price_minor)
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
