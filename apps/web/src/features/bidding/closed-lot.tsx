/** What became of a lot, and the next step of whoever it concerns. */

import { Link } from '@tanstack/react-router'
import type { LotResult } from '@vendue/sdk'
import { buttonClass } from '@vendue/ui/button'
import { useTranslation } from '@/shared/i18n/translation'

import { bidderNumber } from '@/shared/lots/pseudonym'

import { CostLedger } from './cost-ledger'
import type { Standing } from './standing'
import type { Bidding } from './use-bidding'

export function ClosedLot({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation(['bid-form', 'bidding'])
  const { state, standing, priceCosts } = bidding
  const result = state.result ?? 'cancelled'
  const winner = state.leader === null ? '' : t('bidding:bidder', bidderNumber(state.leader))
  return (
    <>
      <p className="font-display text-22 font-medium">
        {standing === 'won' ? t('closed.yours') : t(`closed.${result}`, { winner })}
      </p>
      <p className="text-14">{t(`closed.${textOf(result, standing)}`)}</p>
      {standing === 'won' && (
        <>
          <CostLedger
            costs={priceCosts}
            currency={state.currency}
            first={t('bidding:price.hammer')}
            total={t('cost.total')}
          />
          <Link to="/me/bids" className={buttonClass('solid', 'main')}>
            {t('closed.myBids')}
          </Link>
        </>
      )}
      {standing !== 'won' && (
        <Link
          to="/category/$slug"
          params={{ slug: bidding.lot.category.slug }}
          className={buttonClass('outlined', 'main')}
        >
          {t('closed.similar')}
        </Link>
      )}
    </>
  )
}

function textOf(result: LotResult, standing: Standing) {
  if (standing !== 'won') return `${result}Text` as const
  return result === 'bought' ? 'yoursText' : 'wonText'
}
