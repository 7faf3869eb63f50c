/** Everything that ever happened to a lot, newest first; none of it can be changed. */

import { useLotState } from '@vendue/sdk/react-query'
import { Skeleton } from '@vendue/ui/page-states'
import { useState } from 'react'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import type { LotFacts } from '@/shared/lots/facts'
import { useLotHistory } from '@/shared/lots/history'
import type { ShownFact } from '@/shared/lots/live-facts'
import { useMyBid } from '@/shared/lots/my-bid'
import { Problem } from '@/shared/problem'

import { FactRow } from './fact-row'
import { VerifyHistory } from './verify-history'

/** So many of the newest are shown until somebody asks for the rest. */
const SHOWN = 8

export default function History({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const sequence = useLotState(lot.lot_id).state?.sequence ?? 0
  const history = useLotHistory(lot.lot_id, sequence)
  const facts = history.data?.facts
  return (
    <>
      {history.isPending && <Skeleton className="mt-3 h-60" />}
      {history.isError && facts === undefined && (
        <Problem error={history.error} onRetry={() => void history.refetch()} />
      )}
      {facts?.length === 0 && <p className="py-4 text-14 text-muted">{t('history.empty')}</p>}
      {facts !== undefined && facts.length > 0 && <Facts lot={lot} facts={facts} />}
    </>
  )
}

function Facts({ lot, facts }: { lot: LotFacts; facts: readonly ShownFact[] }) {
  const { t } = useTranslation('lot-details')
  const [isWhole, setWhole] = useState(false)
  const { bid } = useMyBid(lot.lot_id)
  const newest = facts.toReversed()
  const shown = isWhole ? newest : newest.slice(0, SHOWN)
  const earlier = facts.length - shown.length
  const first = new Set(facts.filter(isFirstOfEqual).map(({ sequence }) => sequence))
  const voided = new Set(facts.flatMap(({ voided_sequences }) => voided_sequences))
  return (
    <>
      <p className="pt-3 pb-1 text-14 text-muted figures">
        {t('history.count', counted(facts.length))}
      </p>
      <table className="table">
        <thead className="visually-hidden">
          <tr>
            <th>{t('history.number')}</th>
            <th>{t('history.what')}</th>
            <th>{t('history.when')}</th>
            <th>{t('history.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((fact) => (
            <FactRow
              key={fact.sequence}
              fact={fact}
              currency={lot.currency}
              own={bid?.bidder ?? null}
              isFirst={first.has(fact.sequence)}
              isVoided={voided.has(fact.sequence)}
            />
          ))}
        </tbody>
      </table>
      {earlier > 0 && (
        <div className="flex justify-center border-b border-line">
          <button type="button" className="link min-h-11 text-14" onClick={() => setWhole(true)}>
            {t('history.earlier', counted(earlier))}
          </button>
        </div>
      )}
      <VerifyHistory lotId={lot.lot_id} head={facts.at(-1)?.hash ?? null} />
    </>
  )
}

/** Whether a maximum answered an equal one, which leaves the lead with the earlier of the two. */
function isFirstOfEqual(fact: ShownFact, place: number, facts: readonly ShownFact[]): boolean {
  const before = facts[place - 1]
  return (
    fact.kind === 'automatic_bid' &&
    before?.kind === 'bid' &&
    before.amount_minor === fact.amount_minor
  )
}
