/** Which lot this is: its number, its title, its sale and its category. */

import { Link } from '@tanstack/react-router'
import type { AuctionLot } from '@vendue/sdk'
import { ChevronLeft, ChevronRight } from 'lucide-react'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { localName, useLanguage } from '@/shared/i18n/use-language'
import type { LotFacts } from '@/shared/lots/facts'

import type { Sale } from './use-sale'

interface LotInSale {
  readonly lot: LotFacts
  readonly sale: Sale | null | undefined
}

export function LotCrumbs({ lot, sale }: LotInSale) {
  const { t } = useTranslation('lot')
  const language = useLanguage()
  return (
    <nav
      aria-label={t('crumbs')}
      // The sale comes later: it takes its place in the one line and moves nothing.
      className="flex min-h-15 items-center gap-x-4 py-2 text-14 whitespace-nowrap text-muted"
    >
      <Link
        to="/category/$slug"
        params={{ slug: lot.category.slug }}
        className="inline-flex min-h-11 items-center hover:text-ink"
      >
        {localName(lot.category, language)}
      </Link>
      {sale && (
        <Link
          to="/auction/$auctionId"
          params={{ auctionId: sale.auction.auction_id }}
          className="flex min-h-11 min-w-0 items-center hover:text-ink"
        >
          <span className="truncate">{sale.auction.title}</span>
        </Link>
      )}
      {sale?.place !== undefined && (
        <span className="ms-auto flex gap-4 figures">
          <Neighbour lot={sale.before} label={t('before')} side="before" />
          <Neighbour lot={sale.after} label={t('after')} side="after" />
        </span>
      )}
    </nav>
  )
}

interface NeighbourProps {
  readonly lot: AuctionLot | undefined
  readonly label: string
  readonly side: 'before' | 'after'
}

function Neighbour({ lot, label, side }: NeighbourProps) {
  if (lot === undefined) return null
  return (
    <Link
      to="/lot/$lotId"
      params={{ lotId: lot.lot_id }}
      aria-label={`${label}: ${lot.position}. ${lot.title}`}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1 hover:text-ink"
    >
      {side === 'before' && <ChevronLeft size={16} strokeWidth={1.8} aria-hidden="true" />}
      {lot.position}
      {side === 'after' && <ChevronRight size={16} strokeWidth={1.8} aria-hidden="true" />}
    </Link>
  )
}

export function LotHead({ lot, sale }: LotInSale) {
  const { t } = useTranslation(['lot', 'common'])
  return (
    <header className="grid min-w-0 grid-cols-1 gap-1.5">
      {lot.auction_id !== null && (
        <p className="flex min-h-8 items-baseline-last gap-3 text-14 whitespace-nowrap text-muted wide:min-h-0">
          {/* A lot without others around it says so: the row is never blank once it is known. */}
          {sale === null && t('alone')}
          {sale?.place !== undefined && (
            <>
              <b className="font-display text-28 leading-none font-light text-ink lining-nums">
                <span className="visually-hidden">{t('lotNumber')} </span>
                {sale.place.position}
              </b>
              <span className="truncate">
                {t('inSale', {
                  sale: sale.auction.title,
                  lots: t('common:lots', counted(sale.auction.lot_count)),
                })}
              </span>
            </>
          )}
        </p>
      )}
      <h1 lang={lot.language}>{lot.title}</h1>
    </header>
  )
}
