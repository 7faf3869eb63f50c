/** One lot: its pictures, what it is, its bidding, its history, who sells it and on what terms. */

import { isProblem } from '@vendue/sdk'
import { lazy, type ReactNode } from 'react'

import { Later } from '@/shared/later'
import { type LotFacts, useLotFacts } from '@/shared/lots/facts'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { Gallery } from './gallery'
import { LotCrumbs, LotHead } from './lot-head'
import { LotSkeleton } from './lot-skeleton'
import { LotStory } from './lot-story'
import { useSale } from './use-sale'

const NoLot = lazy(() => import('./no-lot'))
const NextLots = lazy(() => import('./next-lots'))
const SellerCard = lazy(() => import('./seller-card'))

export interface LotPageProps {
  readonly lotId: string
  /** Draws the bidding: what it is given gets the panel and the dock to place them. */
  readonly bidding: (
    lot: LotFacts,
    place: (panel: ReactNode, dock: ReactNode) => ReactNode,
  ) => ReactNode
}

export function LotPage({ lotId, bidding }: LotPageProps) {
  const { data, isError, error, refetch } = useLotFacts(lotId)
  if (data?.isPublished) return <PublishedLot lot={data.facts} bidding={bidding} />
  const isNone = data !== undefined || isProblem(error, 'not_found')
  if (isNone) return <NoLot unpublished={data?.facts} />
  return (
    <div className="wrap pt-4">
      {isError ? <Problem error={error} onRetry={() => void refetch()} /> : <LotSkeleton />}
    </div>
  )
}

function PublishedLot({ lot, bidding }: { lot: LotFacts } & Pick<LotPageProps, 'bidding'>) {
  const sale = useSale(lot)
  // Made here, where no price is known: one that moves draws the bidding anew, and nothing else.
  const crumbs = <LotCrumbs lot={lot} sale={sale} />
  const gallery = <Gallery lot={lot} />
  const head = <LotHead lot={lot} sale={sale} />
  const seller = (
    <Later room="min-h-58">
      <SellerCard lot={lot} />
    </Later>
  )
  const story = <LotStory lot={lot} />
  const next = sale && sale.coming.length > 0 && (
    <Later room="min-h-120">
      <NextLots sale={sale} />
    </Later>
  )
  return (
    <>
      <PageTitle>{lot.title}</PageTitle>
      {bidding(lot, (panel, dock) => (
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
