/** Buying at once: opened apart from bidding, and said twice before anything is sent. */

import { useNavigate } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { formatMoney } from '@vendue/ui/values/money'
import { lazy, useState } from 'react'

import { Contained } from '@/shared/contained'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { isOnItsWay } from './attempt'
import type { Bidding } from './use-bidding'

const BuyNowDialog = lazy(() => import('./buy-now-dialog'))

export function BuyNow({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const { state, lot, isGuest, link, attempt } = bidding
  const offer = state.buy_now
  if (offer === null) return null
  const press = () => {
    if (isGuest) void navigate({ to: '/sign-in', search: { back: `/lot/${lot.lot_id}` } })
    else setOpen(true)
  }
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <Button onClick={press} disabled={link.kind === 'stale' || isOnItsWay(attempt)}>
        {t('buyNow.open', { amount: formatMoney(offer.price_minor, state.currency, language) })}
      </Button>
      <p className="text-13 text-muted">{t('buyNow.what')}</p>
      {isOpen && (
        <Contained>
          <BuyNowDialog
            bidding={bidding}
            priceMinor={offer.price_minor}
            onClose={() => setOpen(false)}
          />
        </Contained>
      )}
    </div>
  )
}
