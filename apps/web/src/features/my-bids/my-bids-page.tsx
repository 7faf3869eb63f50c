/** Every lot that somebody bid on, by what is to be done about it. Rows change where they stand. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { MyBid } from '@vendue/sdk'
import { listMyBidsInfiniteOptions } from '@vendue/sdk/react-query'
import { Button, buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'

import { useFirstSight } from '@/shared/first-sight'
import { useTranslation } from '@/shared/i18n/translation'
import { More } from '@/shared/more'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'
import { RowSkeleton } from '@/shared/row-skeleton'

import { BidRow } from './bid-row'
import type { RenderRebid } from './next-step'
import { noteOf, SECTIONS, sectionOf, titleOf } from './standing'
import { Tally } from './tally'
import { useBidsNow } from './use-bids-now'

const PAGE = 50

export function MyBidsPage({ rebid }: { rebid: RenderRebid }) {
  const { t } = useTranslation('bids')
  const found = useInfiniteQuery({
    ...listMyBidsInfiniteOptions({ query: { limit: PAGE } }),
    refetchOnMount: 'always',
  })
  // Rows stay where they are first seen: an earlier visit's list would put them where they were.
  const isEarlier = found.isFetching && !found.isFetchedAfterMount
  const bids = isEarlier ? undefined : found.data?.pages.flatMap(({ items }) => items)
  return (
    <OwnPage title={t('title')}>
      {(found.isPending || isEarlier) && <RowSkeleton />}
      {found.isError && bids === undefined && (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      )}
      {bids?.length === 0 && <NoBids />}
      {bids !== undefined && bids.length > 0 && (
        <>
          <Overview bids={bids} rebid={rebid} />
          <More list={found} />
        </>
      )}
    </OwnPage>
  )
}

interface OverviewProps {
  readonly bids: readonly MyBid[]
  readonly rebid: RenderRebid
}

function Overview({ bids, rebid }: OverviewProps) {
  const now = useBidsNow(bids)
  return (
    <>
      <Tally bids={now} />
      <Sections bids={now} rebid={rebid} />
    </>
  )
}

function NoBids() {
  const { t } = useTranslation('bids')
  return (
    <EmptyState
      title={t('empty.title')}
      action={
        <Link to="/search" className={buttonClass('outlined')}>
          {t('empty.action')}
        </Link>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

function Sections({ bids, rebid }: OverviewProps) {
  const { t } = useTranslation('bids')
  const places = useFirstSight(
    bids,
    ({ lot_id }) => lot_id,
    ({ standing }) => sectionOf(standing),
  )
  return (
    <>
      {places.hasMoved && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2" role="status">
          <p className="text-14 text-muted">{t('moved')}</p>
          <Button size="small" className="min-h-11!" onClick={places.renew}>
            {t('rearrange')}
          </Button>
        </div>
      )}
      {SECTIONS.map((section) => {
        const own = bids.filter((bid) => places.placeOf(bid) === section)
        if (own.length === 0) return null
        return (
          <section key={section} aria-labelledby={section}>
            <div className="flex flex-wrap items-baseline gap-x-4 border-b border-ink pb-3">
              <h2 id={section} className="text-28!">
                {t(titleOf(section, own))}
              </h2>
              <p className="text-14 text-muted">{t(noteOf(section, own))}</p>
            </div>
            <ul>
              {inOrder(own, section).map((bid) => (
                <BidRow key={bid.lot_id} bid={bid} rebid={rebid} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

/** Open lots as they were bid on last, which moves only with the person's own bids; closed ones by their end. */
function inOrder(bids: readonly MyBid[], section: string): readonly MyBid[] {
  if (section !== 'closed') return bids
  const end = ({ state }: MyBid) => Date.parse(state.closed_at ?? state.ends_at)
  return bids.toSorted((a, b) => end(b) - end(a))
}
