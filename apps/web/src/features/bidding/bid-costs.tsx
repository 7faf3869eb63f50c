/** What the chosen amount comes to in all, or that it cannot be said just now. */

import { Button } from '@vendue/ui/button'
import { useWords } from '@vendue/ui/language'

import { useTranslation } from '@/shared/i18n/translation'

import { CostLedger } from './cost-ledger'
import type { Bidding } from './use-bidding'

export interface BidCostsProps {
  readonly bidding: Bidding
  /** What the first line is called. */
  readonly first: string
}

export function BidCosts({ bidding, first }: BidCostsProps) {
  const { t } = useTranslation('bid-form')
  const words = useWords()
  const { costs, costsAt, state, lot, amount } = bidding
  if (costs === undefined && costsAt.hasFailed && amount.minor !== null) {
    return (
      <div
        className="grid justify-items-start gap-2 border-t border-line pt-3 text-14"
        role="alert"
      >
        <p>{t('cost.failed')}</p>
        <Button size="small" onClick={costsAt.retry}>
          {words.retry}
        </Button>
      </div>
    )
  }
  return (
    <CostLedger
      costs={costs}
      currency={state.currency}
      first={first}
      total={t('cost.atMost')}
      lot={lot}
    />
  )
}
