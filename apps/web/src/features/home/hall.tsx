/** The upper part of the home page, in its four states. */

import { Link } from '@tanstack/react-router'
import { buttonClass } from '@vendue/ui/button'
import { EmptyState } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

import { Problem } from '@/shared/problem'

import { LaterLots } from './later-lots'
import { LeadLot } from './lead-lot'
import { RunningOrder } from './running-order'
import { HallSkeleton } from './skeletons'
import type { Room } from './use-room'

const IN_ORDER = 7

export function Hall({ room }: { room: Room }) {
  const { t } = useTranslation('home')
  const { lots, error, again, hold, isLeadGone, moveOn } = room
  if (lots === undefined) {
    return (
      <div className="wrap pt-6 wide:pt-8">
        {error === null ? <HallSkeleton /> : <Problem error={error} onRetry={again} />}
      </div>
    )
  }
  const [lead, ...rest] = lots
  if (lead === undefined) {
    return (
      <div className="wrap grid gap-6 pt-6 wide:pt-8">
        <h1>{t('empty.heading')}</h1>
        <EmptyState
          title={t('empty.title')}
          action={
            <Link to="/auctions" className={buttonClass('outlined')}>
              {t('empty.action')}
            </Link>
          }
        >
          {t('empty.text')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="wrap">
      <div className="grid gap-8 pt-6 *:min-w-0 wide:grid-cols-[7fr_5fr] wide:gap-12 wide:pt-8">
        <LeadLot key={lead.lot_id} lot={lead} isGone={isLeadGone} onHold={hold} onOver={moveOn} />
        <RunningOrder lots={rest.slice(0, IN_ORDER)} onHold={hold} />
      </div>
      <LaterLots lots={rest.slice(IN_ORDER, IN_ORDER + 4)} onHold={hold} />
    </div>
  )
}
