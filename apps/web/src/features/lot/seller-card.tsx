/** Who sells, and what that means for the buyer's rights. */

import { Link } from '@tanstack/react-router'
import { Button } from '@vendue/ui/button'
import { Bookmark, Scale, ShieldCheck } from 'lucide-react'

import { useTranslation } from '@/shared/i18n/translation'
import type { LotFacts } from '@/shared/lots/facts'
import { useWatchPress } from '@/shared/lots/watch-button'

import { CompareButton } from './compare-button'

export default function SellerCard({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const { seller } = lot
  const isTrader = seller.kind === 'trader'
  const Icon = isTrader ? ShieldCheck : Scale
  return (
    <section
      aria-label={t('seller.title')}
      className="grid gap-3 border-t border-line pt-6 text-14"
    >
      <div className="flex items-center gap-4">
        <span
          aria-hidden="true"
          className="grid size-12 flex-none place-items-center rounded-control border border-line-strong font-display text-22 leading-none font-medium"
        >
          {initials(seller.name)}
        </span>
        <div className="min-w-0">
          <p className="font-display text-18 leading-tight font-medium">{seller.name}</p>
          <p className="text-muted">{t(`seller.${seller.kind}`)}</p>
        </div>
        <WatchLot lot={lot} />
      </div>
      <p className="flex gap-3 text-muted">
        <Icon size={20} strokeWidth={1.6} aria-hidden="true" className="flex-none" />
        <span>
          {t(`seller.${seller.kind}Rights`)}{' '}
          <Link to="/legal/withdrawal" className="link">
            {t('seller.whatThatMeans')}
          </Link>
        </span>
      </p>
      <CompareButton lotId={lot.lot_id} />
    </section>
  )
}

function WatchLot({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const { isWatched, press } = useWatchPress(lot.lot_id)
  return (
    <Button className="ms-auto flex-none" aria-pressed={isWatched} onClick={press}>
      <Bookmark
        size={20}
        strokeWidth={1.6}
        aria-hidden="true"
        fill={isWatched ? 'currentColor' : 'none'}
      />
      {t(isWatched ? 'watching' : 'watch')}
    </Button>
  )
}

function initials(name: string): string {
  const words =
    name.match(/\p{L}[\p{L}\p{M}]+/gu)?.filter((word) => !/^(SIA|AS|OÜ|UAB)$/.test(word)) ?? []
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
