/** One sale: what it is, and its lots in the order of their numbers, as they go under the hammer. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Auction, NamedRuleSet } from '@vendue/sdk'
import {
  getAuctionOptions,
  listAuctionLotsInfiniteOptions,
  useAuctionMessages,
} from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { EmptyState, Skeleton } from '@vendue/ui/page-states'
import { Badge } from '@vendue/ui/standing'
import { FactLine } from '@/shared/fact-line'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { More } from '@/shared/more'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { LotOrder } from './lot-order'

export function AuctionPage({ auctionId }: { auctionId: string }) {
  const auction = useQuery(getAuctionOptions({ path: { auction_id: auctionId } }))
  const { refetch } = auction
  // The lots keep themselves current; the sale itself only opens and closes.
  useAuctionMessages(auctionId, ({ type }) => {
    if (type === 'auction.opened' || type === 'auction.closed') void refetch()
  })
  return (
    <div className="wrap pt-6 wide:pt-8">
      {auction.isPending && <AuctionSkeleton />}
      {auction.isError && auction.data === undefined && (
        <Problem error={auction.error} onRetry={() => void auction.refetch()} />
      )}
      {auction.data !== undefined && <Sale auction={auction.data} />}
    </div>
  )
}

function Sale({ auction }: { auction: Auction }) {
  const { t, exists } = useTranslation(['sales', 'common'])
  // A name that the market's staff gave is shown as they gave it.
  const ruleSetName = ({ name }: NamedRuleSet) =>
    exists(`sales:ruleSets.${name}`) ? t(`ruleSets.${name as 'standard'}`) : name
  return (
    <div className="grid gap-8 *:min-w-0 wide:grid-cols-[4fr_8fr] wide:gap-12">
      <PageTitle>{auction.title}</PageTitle>
      <header className="wide:sticky wide:top-8 wide:self-start">
        <p>
          <Badge tone={auction.status === 'live' ? 'info' : 'plain'}>
            {t(`status.${auction.status as 'live'}`)}
          </Badge>
        </p>
        <h1 className="mt-3 mb-4 text-36!">{auction.title}</h1>
        <p className="max-w-[56ch]">{auction.description}</p>
        <dl className="my-6 max-w-104 text-14">
          <FactLine name={t('lots')}>{t('common:lots', counted(auction.lot_count))}</FactLine>
          <FactLine name={t('starts')}>
            <End endsAt={auction.starts_at} hasZone />
          </FactLine>
          <FactLine name={t('firstEnds')}>
            <End endsAt={auction.ends_at} hasZone />
          </FactLine>
          {auction.interval_seconds > 0 && (
            <FactLine name={t('interval')}>
              {t('seconds', { count: auction.interval_seconds })}
            </FactLine>
          )}
          <FactLine name={t('rules')}>
            <Link to="/how-bidding-works" className="link">
              {t('ruleSet', {
                name: ruleSetName(auction.rule_set),
                number: auction.rule_set.number,
              })}
            </Link>
          </FactLine>
        </dl>
      </header>
      <Lots auctionId={auction.auction_id} />
    </div>
  )
}

function Lots({ auctionId }: { auctionId: string }) {
  const { t } = useTranslation('sales')
  const found = useInfiniteQuery(
    listAuctionLotsInfiniteOptions({ path: { auction_id: auctionId }, query: { limit: 50 } }),
  )
  const lots = found.data?.pages.flatMap(({ items }) => items)
  return (
    <section aria-labelledby="order">
      <h2 id="order" className="border-b border-ink pb-3 text-28!">
        {t('order')}
      </h2>
      {found.isPending && <Skeleton className="mt-3 h-150" />}
      {found.isError && lots === undefined && (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      )}
      {lots?.length === 0 && (
        <EmptyState
          title={t('empty')}
          action={
            <Link to="/search" className={buttonClass('outlined')}>
              {t('emptyAction')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      )}
      {lots !== undefined && <LotOrder lots={lots} />}
      <More list={found} />
    </section>
  )
}

function AuctionSkeleton() {
  const { t } = useTranslation()
  return (
    <div
      className="grid gap-8 wide:grid-cols-[4fr_8fr] wide:gap-12"
      role="status"
      aria-label={t('loading')}
    >
      <div className="grid content-start gap-4">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-20" />
        <Skeleton className="h-32" />
      </div>
      <Skeleton className="h-150" />
    </div>
  )
}
