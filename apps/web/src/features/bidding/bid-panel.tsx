/** The panel in which a lot is bid on: facts above the hammer line, action below it. */

import { HammerLine } from '@vendue/ui/clock'
import type { RefObject } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { BidForm } from './bid-form'
import { ClosedLot } from './closed-lot'
import { NotYetOpen } from './not-yet-open'
import { PanelFacts } from './panel-facts'
import { Rebid } from './rebid'
import { StandingStrip } from './standing-strip'
import type { Bidding } from './use-bidding'

export interface BidPanelProps {
  readonly bidding: Bidding
  readonly panel: RefObject<HTMLElement | null>
}

export function BidPanel({ bidding, panel }: BidPanelProps) {
  const { t } = useTranslation('bidding')
  const { phase, state } = bidding
  return (
    <section
      ref={panel}
      id="bid"
      aria-label={t('panel')}
      // The focus is put here when the button that had it is gone.
      tabIndex={-1}
      className="flex scroll-mt-6 flex-col overflow-clip rounded-panel border border-line bg-surface"
    >
      <StandingStrip bidding={bidding} />
      <PanelFacts bidding={bidding} />
      <HammerLine endsAt={phase === 'open' ? state.ends_at : null} />
      <div className="grid gap-4 p-5 mid:p-6">
        <Action bidding={bidding} panel={panel} />
      </div>
    </section>
  )
}

function Action({ bidding, panel }: BidPanelProps) {
  const { phase, standing, amount } = bidding
  if (phase === 'scheduled') return <NotYetOpen bidding={bidding} />
  if (phase === 'closed') return <ClosedLot bidding={bidding} />
  // Whoever was outbid is offered one press first; free entry is one press away.
  if (standing === 'outbid' && !amount.isFree) return <Rebid bidding={bidding} panel={panel} />
  return <BidForm bidding={bidding} panel={panel} />
}
