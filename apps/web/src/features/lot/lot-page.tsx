/** One lot: its pictures, what it is, its bidding, its history, who sells it and on what terms. */

import { useQuery } from '@tanstack/react-query'
import type { Lot, LotState } from '@vendue/sdk'
import { getLotOptions } from '@vendue/sdk/react-query'
import { EmptyState } from '@vendue/ui/page-states'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { Gallery } from './gallery'
import { LotCrumbs, LotHead } from './lot-head'
import { LotSkeleton } from './lot-skeleton'
import { LotStory } from './lot-story'
import { NextLots } from './next-lots'
import { SellerCard } from './seller-card'
import { useSale } from './use-sale'

export interface LotPageProps {
  readonly lotId: string
  /** Draws the bidding: what it is given gets the panel and the dock to place them. */
  readonly bidding: (
    lot: Lot,
    published: LotState,
    place: (panel: ReactNode, dock: ReactNode) => ReactNode,
  ) => ReactNode
}

export function LotPage({ lotId, bidding }: LotPageProps) {
  const lot = useQuery(getLotOptions({ path: { lot_id: lotId } }))
  if (lot.data !== undefined) return <PublishedLot lot={lot.data} bidding={bidding} />
  return (
    <div className="wrap pt-4">
      {lot.isError ? (
        <Problem error={lot.error} onRetry={() => void lot.refetch()} />
      ) : (
        <LotSkeleton />
      )}
    </div>
  )
}

function PublishedLot({ lot, bidding }: { lot: Lot } & Pick<LotPageProps, 'bidding'>) {
  const { t } = useTranslation('lot')
  const sale = useSale(lot)
  if (lot.state === null) {
    return (
      <div className="wrap pt-8">
        <PageTitle>{lot.title}</PageTitle>
        <EmptyState title={lot.title}>{t('unpublished')}</EmptyState>
      </div>
    )
  }
  // Made here once: prices that move draw the bidding anew, and nothing else.
  const crumbs = <LotCrumbs lot={lot} sale={sale} />
  const gallery = <Gallery lot={lot} />
  const head = <LotHead lot={lot} sale={sale} />
  const seller = <SellerCard lot={lot} />
  const story = <LotStory lot={lot} published={lot.state} />
  const next = <NextLots sale={sale} />
  return (
    <>
      <PageTitle>{lot.title}</PageTitle>
      {bidding(lot, lot.state, (panel, dock) => (
        <>
          <div className="wrap">
            {crumbs}
            <div className="grid gap-8 *:min-w-0 wide:grid-cols-[7fr_5fr] wide:gap-x-12 wide:gap-y-0">
              {gallery}
              <div className="grid content-start gap-6 wide:row-span-2">
                {head}
                {panel}
                {seller}
              </div>
              {story}
            </div>
            {next}
          </div>
          {dock}
        </>
      ))}
    </>
  )
}
