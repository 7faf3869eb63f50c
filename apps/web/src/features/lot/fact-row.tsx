/** One fact of a lot's history. */

import { useSurroundings } from '@vendue/ui/language'
import { formatMoney } from '@vendue/ui/values/money'
import { format, formatWall } from '@vendue/ui/values/time'

import { useTranslation } from '@/shared/i18n/translation'
import type { ShownFact } from '@/shared/lots/live-facts'
import { bidderNumber } from '@/shared/lots/pseudonym'

export interface FactRowProps {
  readonly fact: ShownFact
  readonly currency: string
  /** The person's own pseudonym on the lot. */
  readonly own: string | null
  /** Whether it leads before the equal amount that it answered. */
  readonly isFirst: boolean
  readonly isVoided: boolean
}

const BIDS = new Set(['bid', 'automatic_bid', 'purchase'])

export function FactRow({ fact, currency, own, isFirst, isVoided }: FactRowProps) {
  const { t } = useTranslation('lot-details')
  const { language } = useSurroundings()
  const isBid = BIDS.has(fact.kind)
  const isOwn = isBid && own !== null && fact.bidder === own
  return (
    <tr className={isBid ? '' : '[&_td]:text-muted'}>
      <td className="w-8 text-muted figures wide:w-12">{fact.sequence}</td>
      <td className={isOwn ? 'font-[560]' : ''}>
        <span className={isVoided ? 'line-through' : ''}>
          <What fact={fact} isOwn={isOwn} />
        </span>
        {fact.kind === 'automatic_bid' && <Label>{t('history.automatic')}</Label>}
        {isFirst && <Label>{t('history.first')}</Label>}
        {isVoided && <Label>{t('history.voided')}</Label>}
      </td>
      <td className="figure text-muted">
        <Moment at={Date.parse(fact.at)} />
      </td>
      <td className={`figure ${isOwn ? 'font-[560]' : ''}`}>
        {fact.amount_minor !== null && formatMoney(fact.amount_minor, currency, language)}
      </td>
    </tr>
  )
}

function What({ fact, isOwn }: { fact: ShownFact; isOwn: boolean }) {
  const { t } = useTranslation('lot-details')
  const { language, timeZone } = useSurroundings()
  switch (fact.kind) {
    case 'bid':
    case 'automatic_bid':
      return <>{t(isOwn ? 'history.own' : 'history.bidder', bidderNumber(fact.bidder ?? ''))}</>
    case 'extension':
      return (
        <>
          {t('history.extension', {
            end: formatWall(Date.parse(fact.ends_at), language, timeZone),
          })}
        </>
      )
    case 'void':
      return <>{t('history.void', { numbers: fact.voided_sequences.join(', ') })}</>
    case 'close':
      return <>{t(`history.closed.${fact.result ?? 'unsold'}`)}</>
    case 'purchase':
    case 'reserve_met':
    case 'cancel':
      return <>{t(`history.${fact.kind}`, bidderNumber(fact.bidder ?? ''))}</>
    default:
      // Kinds may be added to the market after this page was made.
      return <>{fact.kind}</>
  }
}

function Label({ children }: { children: string }) {
  return (
    <span className="ms-2 inline-block rounded-media border border-line px-1.5 text-13 font-normal whitespace-nowrap text-muted max-wide:ms-0 max-wide:mt-0.5 max-wide:block max-wide:w-fit">
      {children}
    </span>
  )
}

/** The day only where there is room, and where it is not today. */
function Moment({ at }: { at: number }) {
  const { language, timeZone, now } = useSurroundings()
  const day = (moment: number) =>
    format(moment, language, { timeZone, day: 'numeric', month: 'short' })
  return (
    <time dateTime={new Date(at).toISOString()}>
      {day(at) !== day(now()) && <span className="max-wide:block">{day(at)} </span>}
      {formatWall(at, language, timeZone)}
    </time>
  )
}
