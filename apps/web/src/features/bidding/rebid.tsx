/** One press to be back in front, at an amount that it names; anything else comes after it. */

import { Button } from '@vendue/ui/button'
import { useTranslation } from '@/shared/i18n/translation'

import { AmountSteps } from './amount-steps'
import { BidButton } from './bid-button'
import { BidCosts } from './bid-costs'
import type { BidPanelProps } from './bid-panel'
import { useKeptFocus } from './use-kept-focus'

export function Rebid({ bidding, panel }: BidPanelProps) {
  const { t } = useTranslation('bid-form')
  const { amount, state } = bidding
  useKeptFocus(panel)
  return (
    <>
      <BidButton bidding={bidding} panel={panel} />
      {state.reserve === 'not_met' && <p className="text-13 text-muted">{t('field.reserve')}</p>}
      <BidCosts bidding={bidding} first={t('cost.bid')} />
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
