/** The second word before buying at once: all that it costs, and that it binds. */

import { Button } from '@vendue/ui/button'
import { Dialog } from '@vendue/ui/dialog'
import { Tick } from '@vendue/ui/facet'
import { formatMoney } from '@vendue/ui/values/money'
import { useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useCosts } from '@/shared/lots/costs'

import { CostLedger } from './cost-ledger'
import type { Bidding } from './use-bidding'

export interface BuyNowDialogProps {
  readonly bidding: Bidding
  readonly priceMinor: number
  readonly onClose: () => void
}

export default function BuyNowDialog({ bidding, priceMinor, onClose }: BuyNowDialogProps) {
  const { t } = useTranslation(['bid-form', 'bidding'])
  const language = useLanguage()
  const [isUnderstood, setUnderstood] = useState(false)
  const { state, lot, link } = bidding
  const isStale = link.kind === 'stale'
  const costs = useCosts(lot.lot_id, [priceMinor]).at(priceMinor)
  const money = (minor: number) => formatMoney(minor, state.currency, language)
  const buy = () => {
    if (isStale) return
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
          <Button
            look="solid"
            disabled={!isUnderstood || costs === undefined || isStale}
            onClick={buy}
          >
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
          lot={lot}
        />
        <p className="text-14 font-medium" role="status">
          {isStale && `${t('bidding:stale.title')} ${t('bidding:stale.wait')}`}
        </p>
        <Tick label={t('buyNow.understood')} isChecked={isUnderstood} onChange={setUnderstood} />
      </div>
    </Dialog>
  )
}
