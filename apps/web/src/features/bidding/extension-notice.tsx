/** That the end was moved, to when, and why. Its place is there from the start. */

import { useSurroundings } from '@vendue/ui/language'
import { formatWall } from '@vendue/ui/values/time'
import { Clock3 } from 'lucide-react'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'

import type { Bidding } from './use-bidding'

export function ExtensionNotice({ bidding }: { bidding: Bidding }) {
  const { state } = bidding
  return (
    <div className="min-h-10 text-14 leading-5">
      {state.status === 'live' && state.extension_count > 0 ? (
        <Extended bidding={bidding} />
      ) : (
        <Calm bidding={bidding} />
      )}
    </div>
  )
}

function Extended({ bidding: { state, rules } }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const { language, timeZone } = useSurroundings()
  const end = formatWall(Date.parse(state.ends_at), language, timeZone)
  const seconds = rules?.anti_sniping.trigger_seconds
  return (
    <p className="flex gap-2" role="status">
      <Clock3 size={20} strokeWidth={1.6} aria-hidden="true" className="flex-none" />
      <span>
        <b className="font-semibold figures">{t('extended.to', { end })}</b>
        {seconds === undefined ? '.' : t('extended.why', { count: seconds })}
      </span>
    </p>
  )
}

/** Before that: who else watches, and that a late bid would extend the lot. */
function Calm({ bidding: { viewers, rules } }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const seconds = rules?.anti_sniping.trigger_seconds ?? 0
  return (
    <div className="text-muted figures">
      {/* One's own connection is among them: alone there is nothing to say. */}
      {viewers !== null && viewers > 1 && <p>{t('viewers', counted(viewers))}</p>}
      {seconds > 0 && <p>{t('mayExtend', { count: seconds })}</p>}
    </div>
  )
}
