/** Buying at once: opened apart from bidding, and said twice before anything is sent. */

import { useNavigate } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { Dialog } from '@vendue/ui/dialog'
import { Tick } from '@vendue/ui/facet'
import { formatMoney } from '@vendue/ui/values/money'
import { useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { isOnItsWay } from './attempt'
import { CostLedger } from './cost-ledger'
import type { Bidding } from './use-bidding'
import { useCosts } from './use-costs'

export function BuyNow({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
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
        <Confirmation
          bidding={bidding}
          priceMinor={offer.price_minor}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

interface ConfirmationProps {
  readonly bidding: Bidding
  readonly priceMinor: number
  readonly onClose: () => void
}

function Confirmation({ bidding, priceMinor, onClose }: ConfirmationProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const [isUnderstood, setUnderstood] = useState(false)
  const { state, lot } = bidding
  const costs = useCosts(lot.lot_id, [priceMinor]).at(priceMinor)
  const money = (minor: number) => formatMoney(minor, state.currency, language)
  const buy = () => {
    bidding.begin('purchase', priceMinor, null)
    onClose()
  }
  return (
    <Dialog
      title={t('buyNow.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('buyNow.cancel')}</Button>
          <Button look="solid" disabled={!isUnderstood || costs === undefined} onClick={buy}>
            {t('buyNow.confirm', { total: money(costs?.total_minor ?? priceMinor) })}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p>{lot.title}</p>
        <CostLedger
          costs={costs}
          currency={state.currency}
          first={t('buyNow.price')}
          total={t('cost.total')}
        />
        <Tick label={t('buyNow.understood')} isChecked={isUnderstood} onChange={setUnderstood} />
      </div>
    </Dialog>
  )
}
