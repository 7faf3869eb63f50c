/** The panel in which a lot is bid on: facts above the hammer line, action below it. */

import { HammerLine } from '@vendue/ui/clock'
import { lazy, type RefObject } from 'react'
import { prepare } from '@/shared/i18n/texts'
import { useTranslation } from '@/shared/i18n/translation'
import { Later } from '@/shared/later'

import { PanelFacts } from './panel-facts'
import { StandingStrip } from './standing-strip'
import type { Bidding } from './use-bidding'

/** On a phone the first screen ends above it. */
const BidAction = lazy(() => {
  prepare('bid-form')
  return import('./bid-action')
})

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
        <Later room="min-h-110" ahead={0}>
          <BidAction bidding={bidding} panel={panel} />
        </Later>
      </div>
    </section>
  )
}
