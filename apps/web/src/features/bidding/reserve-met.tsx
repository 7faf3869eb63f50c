/** Why the price rose although nobody else had bid: one's own maximum reached the reserve. */

import { formatMoney } from '@vendue/ui/values/money'
import { useEffect, useRef, useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import type { Bidding } from './use-bidding'

/** Said until the price moves on. Stands where it stays mounted, whatever is offered below it. */
export function ReserveMet({ bidding: { state, standing } }: { bidding: Bidding }) {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const priceMinor = usePriceAtReserve(state)
  const isSaid = standing === 'leading' && priceMinor === state.price_minor
  return (
    <p role="status" className={isSaid ? 'text-14 font-medium' : 'visually-hidden'}>
      {isSaid && t('fine.reserveMet', { price: formatMoney(priceMinor, state.currency, language) })}
    </p>
  )
}

/** The price at which the reserve was met while somebody looked on; null where it was not. */
function usePriceAtReserve({ reserve, price_minor }: Bidding['state']): number | null {
  const before = useRef(reserve)
  const [priceMinor, setPrice] = useState<number | null>(null)
  useEffect(() => {
    if (before.current === 'not_met' && reserve === 'met') setPrice(price_minor)
    before.current = reserve
  }, [reserve, price_minor])
  return priceMinor
}
