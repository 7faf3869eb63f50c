/** Sales of many lots, by when they end: those in progress, and those to come. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Auction } from '@vendue/sdk'
import { listAuctionsOptions } from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { EmptyState, Skeleton } from '@vendue/ui/page-states'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

export function CalendarPage() {
  const { t } = useTranslation(['sales', 'common'])
  const auctions = useQuery(listAuctionsOptions({ query: { limit: 100 } }))
  const sales = auctions.data?.items.filter(({ lot_count }) => lot_count > 1)
  return (
    <div className="wrap grid gap-6 pt-6 wide:pt-8">
      <PageTitle>{t('calendar.title')}</PageTitle>
      <h1>{t('calendar.title')}</h1>
      {auctions.isPending && <Skeleton className="h-96" />}
      {auctions.isError && sales === undefined && (
        <Problem error={auctions.error} onRetry={() => void auctions.refetch()} />
      )}
      {sales !== undefined && <Sales sales={sales} />}
    </div>
  )
}

function Sales({ sales }: { sales: readonly Auction[] }) {
  const { t } = useTranslation('sales')
  if (sales.length === 0) {
    return (
      <EmptyState
        title={t('calendar.empty')}
        action={
          <Link to="/search" className={buttonClass('outlined')}>
            {t('calendar.allLots')}
          </Link>
        }
      >
        {t('calendar.emptyText')}
      </EmptyState>
    )
  }
  return (
    <ul className="border-t border-ink">
      {sales.map((sale) => (
        <SaleRow key={sale.auction_id} sale={sale} />
      ))}
    </ul>
  )
}

function SaleRow({ sale }: { sale: Auction }) {
  const { t } = useTranslation(['sales', 'common'])
  const isLive = sale.status === 'live'
  return (
    <li className="relative grid gap-x-8 gap-y-2 border-b border-line py-6 hover:bg-sunk wide:grid-cols-[200px_minmax(0,1fr)_auto]">
      <div className="text-14">
        <p className="text-muted">{t(isLive ? 'calendar.firstEnds' : 'calendar.starts')}</p>
        <p className="text-18 font-[560]">
          <End endsAt={isLive ? sale.ends_at : sale.starts_at} hasZone />
        </p>
      </div>
      <div className="grid gap-1">
        <h2 className="font-medium text-22!">
          <Link
            to="/auction/$auctionId"
            params={{ auctionId: sale.auction_id }}
            className="after:absolute after:inset-0"
          >
            {sale.title}
          </Link>
        </h2>
        <p className="line-clamp-2 max-w-[70ch] text-14 text-muted">{sale.description}</p>
      </div>
      <p className="text-14 whitespace-nowrap figures">
        {t('common:lots', counted(sale.lot_count))}
      </p>
    </li>
  )
}
