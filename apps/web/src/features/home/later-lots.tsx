/** Lots that end a little later, as cards. */

import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/shared/i18n/translation'

import { LotTile } from '@/shared/lots/lot-tile'

import type { RunningOrderProps } from './running-order'

export function LaterLots({ lots, onHold }: RunningOrderProps) {
  const { t } = useTranslation('home')
  if (lots.length === 0) return null
  return (
    <section className="pt-12 wide:pt-18" aria-labelledby="later">
      <div className="mb-6 flex items-end justify-between gap-4 border-b border-ink pb-3 wide:items-baseline">
        <h2 id="later">{t('later')}</h2>
        <Link to="/search" className="link py-3 text-14 whitespace-nowrap">
          {t('showAll')}
        </Link>
      </div>
      <div
        className="lot-grid"
        onPointerEnter={() => onHold(true)}
        onPointerLeave={() => onHold(false)}
      >
        {lots.map((lot) => (
          <LotTile key={lot.lot_id} lot={lot} />
        ))}
      </div>
    </section>
  )
}
