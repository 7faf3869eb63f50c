/** The panel in which a lot is bid on: facts above the hammer line, action below it. */

import { HammerLine } from '@vendue/ui/clock'
import type { Ref } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { BidForm } from './bid-form'
import { ClosedLot } from './closed-lot'
import { NotYetOpen } from './not-yet-open'
import { PanelFacts } from './panel-facts'
import { Rebid } from './rebid'
import { StandingStrip } from './standing-strip'
import type { Bidding } from './use-bidding'

export function BidPanel({ bidding, ref }: { bidding: Bidding; ref?: Ref<HTMLElement> }) {
  const { t } = useTranslation('bidding')
  const { phase, state } = bidding
  return (
    <section
      ref={ref}
      id="bid"
      aria-label={t('panel')}
      className="flex scroll-mt-6 flex-col overflow-clip rounded-panel border border-line bg-surface"
    >
      <StandingStrip bidding={bidding} />
      <PanelFacts bidding={bidding} />
      <HammerLine endsAt={phase === 'open' ? state.ends_at : null} />
      <div className="grid gap-4 p-5 mid:p-6">
        <Action bidding={bidding} />
      </div>
    </section>
  )
}

function Action({ bidding }: { bidding: Bidding }) {
  const { phase, standing, amount } = bidding
  if (phase === 'scheduled') return <NotYetOpen bidding={bidding} />
  if (phase === 'closed') return <ClosedLot bidding={bidding} />
  // Whoever was outbid is offered one press first; free entry is one press away.
  if (standing === 'outbid' && !amount.isFree) return <Rebid bidding={bidding} />
  return <BidForm bidding={bidding} />
}
