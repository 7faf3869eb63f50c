/** At the bottom, while the panel is out of sight: price, standing, clock, and one button. */

import { Button } from '@vendue/ui/button'
import { Clock, HammerLine } from '@vendue/ui/clock'
import { useFootBar } from '@vendue/ui/foot-bar'
import { Price } from '@vendue/ui/price'
import { formatMoney } from '@vendue/ui/values/money'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { BidButtonText } from './bid-button-text'
import { bring } from './bring'
import type { Bidding } from './use-bidding'
import { useIsSettled } from './use-just-changed'

export interface BidDockProps {
  readonly bidding: Bidding
  readonly panel: RefObject<HTMLElement | null>
}

export function BidDock({ bidding, panel }: BidDockProps) {
  const { t } = useTranslation('bidding')
  const { state, phase } = bidding
  const isShown = !useIsInView(panel)
  const dock = useRef<HTMLElement>(null)
  useFootBar(dock)
  return (
    <section
      ref={dock}
      aria-label={t('dock')}
      className={`sticky bottom-0 z-10 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] ${isShown ? '' : 'wide:hidden'}`}
    >
      <div className="-mt-0.5">
        <HammerLine endsAt={phase === 'open' ? state.ends_at : null} />
      </div>
      <div className="wrap flex min-h-16 items-center gap-3 py-2.5">
        {/* The price is never cut: where both do not fit, the button's words take two lines. */}
        <div className="grid min-w-min flex-auto gap-1 leading-tight">
          <Price
            minor={state.hammer_price_minor ?? state.price_minor}
            currency={state.currency}
            size={22}
            isLive
          />
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-13 whitespace-nowrap">
            <Standing bidding={bidding} />
            {phase === 'open' && <Clock endsAt={state.ends_at} />}
          </p>
        </div>
        <DockButton bidding={bidding} panel={panel} />
      </div>
    </section>
  )
}

function Standing({ bidding: { standing, state } }: { bidding: Bidding }) {
  const { t } = useTranslation(['bidding', 'common'])
  if (standing === 'leading') {
    return <b className="font-semibold text-leading">{t('dockStanding.leading')}</b>
  }
  if (standing === 'outbid') {
    return <b className="font-semibold text-outbid">{t('dockStanding.outbid')}</b>
  }
  if (standing === 'won' || standing === 'lost') return <span>{t(`dockStanding.${standing}`)}</span>
  if (state.result === null) return null
  return <span className="text-muted">{t(`common:result.${state.result}`)}</span>
}

/** So long after it has become one that binds, or another amount, a press is not meant for it. */
const READ_MS = 1_000

const BUTTON = 'min-w-0 shrink flex-col gap-px! px-3! py-1.5'

/** Whoever was outbid bids from here with one press; everybody else is led to the panel first. */
function DockButton({ bidding, panel }: BidDockProps) {
  const { standing, phase, amount, attempt, isGuest } = bidding
  const isAsked = attempt.step === 'doubted' || attempt.step === 'unknown'
  const isDirect = standing === 'outbid' && !isGuest && !isAsked
  const isSettled = useIsSettled(isDirect ? amount.minor : null, READ_MS)
  if (phase === 'closed' || phase === 'scheduled') return null
  if (!isDirect) return <LeadingButton bidding={bidding} panel={panel} />
  return (
    <Button
      look="solid"
      className={BUTTON}
      aria-disabled={!bidding.canBid || !isSettled}
      onClick={isSettled ? bidding.submit : undefined}
    >
      <BidButtonText bidding={bidding} />
    </Button>
  )
}

/** Leads to the form, and names no more than would do: what was typed binds only where it stands. */
function LeadingButton({ bidding, panel }: BidDockProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const { standing, amount, costs, state, leastMinor } = bidding
  const go = () => {
    if (panel.current === null) return
    bring(panel.current, 'start')
    panel.current.focus({ preventScroll: true })
    reachForm(panel.current)
  }
  const total =
    costs === undefined || amount.minor === null
      ? '\u00A0'
      : t('dockTotal', {
          total: formatMoney(costs.total_minor, state.currency, language, 'always'),
        })
  const unlessRaised = amount.isOwn ? 'dockGo' : 'dockBid'
  return (
    <Button look={standing === 'leading' ? 'outlined' : 'solid'} className={BUTTON} onClick={go}>
      <span>
        {t(standing === 'leading' ? 'dockRaise' : unlessRaised, {
          amount: formatMoney(leastMinor, state.currency, language),
        })}
      </span>
      <small className="text-13 leading-tight font-normal figures">{total}</small>
    </Button>
  )
}

/**
 * The form may still be on its way: when it is there its field takes the focus from the panel, and
 * its button stands clear above the dock.
 */
function reachForm(panel: HTMLElement): void {
  const reach = () => {
    // Whoever went on to something else meanwhile is not called back.
    if (document.activeElement !== panel) return true
    const button = panel.querySelector('.button-main')
    if (button === null) return false
    bring(button, 'end')
    panel.querySelector('input')?.focus({ preventScroll: true })
    return true
  }
  if (reach()) return
  const observer = new MutationObserver(() => {
    if (reach()) observer.disconnect()
  })
  observer.observe(panel, { childList: true, subtree: true })
}

function useIsInView(panel: RefObject<HTMLElement | null>): boolean {
  const [isInView, setInView] = useState(true)
  useEffect(() => {
    if (panel.current === null) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry !== undefined) setInView(entry.isIntersecting)
    })
    observer.observe(panel.current)
    return () => observer.disconnect()
  }, [panel])
  return isInView
}
