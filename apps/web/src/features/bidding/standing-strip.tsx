/** The panel's head: where the person stands, or what has become of the bid that they sent. */

import { formatMoney } from '@vendue/ui/values/money'
import { ArrowUp, Check, Clock3, Eye, Gavel, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import { bring } from './bring'
import type { Standing } from './standing'
import type { Bidding } from './use-bidding'
import { useRefusal } from './use-refusal'

type Tone = 'plain' | 'leading' | 'outbid' | 'danger'

const TONES: Record<Tone, string> = {
  plain: 'border-line text-muted',
  leading: 'border-transparent bg-leading-soft text-leading',
  outbid: 'border-transparent bg-outbid-soft text-outbid',
  danger: 'border-line text-danger',
}

interface Told {
  readonly tone: Tone
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  /** What changes every second: shown, and not read aloud. */
  readonly age?: string
}

export function StandingStrip({ bidding }: { bidding: Bidding }) {
  const told = useTold(bidding)
  const { icon: Icon } = told
  const strip = useRef<HTMLParagraphElement>(null)
  const isSending = bidding.attempt.step === 'sending'
  useEffect(() => {
    // What becomes of the bid is told here, and it was sent from below.
    if (isSending) bring(strip.current, 'nearest')
  }, [isSending])
  return (
    <p
      ref={strip}
      id="standing"
      className={`flex min-h-15 items-center gap-2.5 border-b px-5 py-2 text-14 mid:px-6 ${TONES[told.tone]}`}
    >
      <Icon size={20} strokeWidth={1.6} aria-hidden="true" className="flex-none" />
      <span>
        <span role="status">
          <b className="font-semibold">{told.title}</b> {told.text}
        </span>
        {told.age !== undefined && <span className="figures"> {told.age}</span>}
      </span>
    </p>
  )
}

/** The bid on its way comes first, then the connection, then the standing. */
function useTold(bidding: Bidding): Told {
  const ofAttempt = useAttemptTold(bidding)
  const ofLink = useLinkTold(bidding)
  const ofStanding = useStandingTold(bidding)
  return ofAttempt ?? ofLink ?? ofStanding
}

function useAttemptTold({ attempt, state, leastMinor }: Bidding): Told | null {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const refusal = useRefusal(
    attempt.step === 'refused' ? attempt.refusal : null,
    state.currency,
    leastMinor,
  )
  if (attempt.step === 'idle' || attempt.step === 'accepted') return null
  const amount = formatMoney(attempt.intent.amountMinor, state.currency, language)
  switch (attempt.step) {
    case 'sending':
      return {
        tone: 'plain',
        icon: Clock3,
        title: t('sending.title'),
        text: t('sending.text', { amount }),
      }
    case 'unknown':
      return {
        tone: 'plain',
        icon: TriangleAlert,
        title: t('unknown.title'),
        text: t('unknown.text'),
      }
    case 'refused':
      return { tone: 'danger', icon: X, title: t('refused.title'), text: refusal }
    default:
      return null
  }
}

function useLinkTold({ link, phase }: Bidding): Told | null {
  const { t } = useTranslation('bidding')
  if (phase === 'closed' || link.kind === 'live') return null
  if (link.kind === 'stale') {
    return {
      tone: 'plain',
      icon: Clock3,
      title: t('stale.title'),
      text: t('stale.wait'),
      age: t('stale.age', { count: link.ageSeconds }),
    }
  }
  return null
}

function useStandingTold(bidding: Bidding): Told {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const bystander = useBystanderTold(bidding)
  const { standing, own, state, placed } = bidding
  if (standing === 'none') return bystander
  const maximum = formatMoney(own.maximumMinor ?? 0, state.currency, language)
  // Whoever was never ahead with this maximum was not outbid: it was not enough.
  const isBeaten =
    standing === 'outbid' && placed?.bidder === null && placed.maximumMinor === own.maximumMinor
  const isTied = isBeaten && state.price_minor === own.maximumMinor
  const key = isTied ? 'tied' : isBeaten ? 'beaten' : standing
  return {
    ...LOOKS[standing],
    title: t(`${key}.title`),
    text: t(`${key}.text`, { maximum }),
  }
}

const LOOKS: Record<Exclude<Standing, 'none'>, Pick<Told, 'tone' | 'icon'>> = {
  leading: { tone: 'leading', icon: Check },
  outbid: { tone: 'outbid', icon: ArrowUp },
  won: { tone: 'leading', icon: Gavel },
  lost: { tone: 'plain', icon: Gavel },
}

/** Whoever has no bid here; nothing is said of a person until it is known. */
function useBystanderTold({ phase, isGuest, read }: Bidding): Told {
  const { t } = useTranslation('bidding')
  const look = { tone: 'plain', title: '' } as const
  if (phase === 'closed') return { ...look, icon: Gavel, text: t('over') }
  if (read.hasFailed) return { ...look, icon: TriangleAlert, text: t('unread') }
  if (read.bid === undefined) return { ...look, icon: Eye, text: '' }
  return { ...look, icon: Eye, text: t(isGuest ? 'guest' : 'none') }
}
