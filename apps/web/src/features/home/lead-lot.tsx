/** The lot whose hammer falls next, as large as the page allows. */

import { Link } from '@tanstack/react-router'
import { Clock, End, HammerLine } from '@vendue/ui/clock'
import { Plate } from '@vendue/ui/plate'
import { Price } from '@vendue/ui/price'
import { StandingBadge } from '@vendue/ui/standing'
import { useEffect } from 'react'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { localName, useLanguage } from '@/shared/i18n/use-language'
import { useCurrentState } from '@/shared/lots/current-state'
import { LotOutcome } from '@/shared/lots/lot-tile'
import { useMyStanding } from '@/shared/lots/standings'

import { LeadTotal } from './lead-total'
import type { OpenLot } from './use-room'

/** So long the result stays on the page before the next lot takes the place. */
const RESULT_MS = 6_000
/** The result of a lot that is listed no longer is waited for so long. */
const LONGEST_WAIT_MS = 20_000

export interface LeadLotProps {
  readonly lot: OpenLot
  /** Whether the market no longer lists it among those that can be bid on. */
  readonly isGone: boolean
  readonly onHold: (isHeld: boolean) => void
  readonly onOver: () => void
}

export function LeadLot({ lot, isGone, onHold, onOver }: LeadLotProps) {
  const { t } = useTranslation(['home', 'common'])
  const language = useLanguage()
  const state = useCurrentState(lot.state)
  const standing = useMyStanding(lot.lot_id)
  const isOpen = state.status === 'live'
  const unheardMs = isGone ? LONGEST_WAIT_MS : null
  const waitMs = isOpen ? unheardMs : RESULT_MS
  useEffect(() => {
    if (waitMs === null) return
    const timer = setTimeout(onOver, waitMs)
    return () => clearTimeout(timer)
  }, [waitMs, onOver])
  return (
    <section
      aria-label={t('now')}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      className="relative self-start has-[h1_a:focus-visible]:outline-2 has-[h1_a:focus-visible]:outline-offset-6 has-[h1_a:focus-visible]:outline-focus"
    >
      <Plate
        seed={lot.lot_id}
        picture={lot.photograph}
        alt=""
        isFirst
        sizes="(min-width: 1200px) 740px, (min-width: 900px) 55vw, 100vw"
        // All of it: what is seen first must not be cut.
        className="aspect-4/3! rounded-b-none! wide:aspect-[760/470]! [&_img]:object-contain!"
      />
      <HammerLine endsAt={isOpen ? state.ends_at : null} />
      <div className="grid gap-4 pt-4 wide:grid-cols-[1fr_auto_auto] wide:items-start wide:gap-8">
        <div>
          <p className="flex min-h-7 items-center gap-3 text-14 text-muted">
            {t('now')} · {localName(lot.category, language)}
            {standing !== null && <StandingBadge standing={standing} />}
          </p>
          <h1 className="mt-1 text-28! leading-[1.15]">
            <Link
              to="/lot/$lotId"
              params={{ lotId: lot.lot_id }}
              className="after:absolute after:inset-0 focus-visible:outline-none"
            >
              {lot.title}
            </Link>
          </h1>
        </div>
        <div className="grid grid-cols-[auto_auto] justify-between gap-8 wide:contents">
          <div className="grid content-start gap-1">
            <p className="text-14 text-muted">{t('price')}</p>
            <p>
              <Price
                minor={state.hammer_price_minor ?? state.price_minor}
                currency={state.currency}
                size={46}
                isLive
              />
            </p>
            <LeadTotal state={state} />
            <p className="text-13 text-muted figures">
              {t('common:bids', counted(state.bid_count))}
            </p>
          </div>
          <div className="grid content-start justify-items-start gap-1.5">
            <p className="text-14 text-muted">{t(isOpen ? 'left' : 'over')}</p>
            {isOpen ? (
              <Clock endsAt={state.ends_at} size={36} isAnnounced />
            ) : (
              <LotOutcome state={state} />
            )}
            <p className="pt-1 text-13 text-muted">
              <End endsAt={state.closed_at ?? state.ends_at} hasZone />
            </p>
          </div>
        </div>
      </div>
    </section>
  )
}
