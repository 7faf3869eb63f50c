/** A lot whose bidding has not begun: when it does, and from which price. */

import { Button } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { CostLedger } from './cost-ledger'
import type { Bidding } from './use-bidding'

export function NotYetOpen({ bidding: { state, priceCosts } }: { bidding: Bidding }) {
  const { t } = useTranslation(['bid-form', 'bidding'])
  const language = useLanguage()
  return (
    <>
      <Button size="main" disabled>
        {t('scheduled.button', {
          amount: formatMoney(state.minimum_bid_minor, state.currency, language),
        })}
      </Button>
      <p className="text-14">
        {t('scheduled.text')} <End endsAt={state.starts_at} hasZone />
      </p>
      <CostLedger
        costs={priceCosts}
        currency={state.currency}
        first={t('bidding:price.start')}
        total={t('cost.total')}
      />
    </>
  )
}
