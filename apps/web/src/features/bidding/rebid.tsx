/** One press to be back in front, at an amount that it names; anything else comes after it. */

import { Button } from '@vendue/ui/button'
import { useTranslation } from '@/shared/i18n/translation'

import { AmountSteps } from './amount-steps'
import { BidButton } from './bid-button'
import { CostLedger } from './cost-ledger'
import type { Bidding } from './use-bidding'

export function Rebid({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const { amount, costs, state } = bidding
  return (
    <>
      <BidButton bidding={bidding} />
      <CostLedger
        costs={costs}
        currency={state.currency}
        first={t('cost.bid')}
        total={t('cost.atMost')}
      />
      <div className="grid gap-2">
        <p className="text-14 font-medium">{t('rebid.larger')}</p>
        <AmountSteps bidding={bidding} />
      </div>
      <Button look="quiet" className="-mt-2 justify-self-start" onClick={amount.free}>
        {t('rebid.other')}
      </Button>
      <p className="text-13 text-muted">{t('rebid.fine')}</p>
    </>
  )
}
