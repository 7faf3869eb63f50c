/** What a notification says, made of its kind and figures in the person's language. */

import type { Notification } from '@vendue/sdk'
import { formatMoney } from '@vendue/ui/values/money'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

export type Case =
  | 'leading'
  | 'outbid'
  | 'bid_voided'
  | 'ending_led'
  | 'ending_outbid'
  | 'won'
  | 'lost'
  | 'reserve_not_met'
  | 'taken_down'
  | 'watched_ending'
  | 'saved_search'
  | 'other'

const CASES: Readonly<Record<string, Case>> = {
  leading: 'leading',
  outbid: 'outbid',
  bid_voided: 'bid_voided',
  won: 'won',
  watched_ending: 'watched_ending',
  saved_search: 'saved_search',
}

/** Which of the texts tells it. Kinds may be added to the market after this page was made. */
export function caseOf({ kind, data }: Notification): Case {
  if (kind === 'ending_soon') return data.is_leading === true ? 'ending_led' : 'ending_outbid'
  if (kind !== 'lost') return CASES[kind] ?? 'other'
  if (data.result === 'reserve_not_met') return 'reserve_not_met'
  return data.result === 'sold' || data.result === 'bought' ? 'lost' : 'taken_down'
}

export interface Words {
  readonly title: string
  readonly text: string
}

export function useWords(): (notification: Notification) => Words {
  const { t } = useTranslation('notifications')
  const language = useLanguage()
  return (notification) => {
    const { data } = notification
    const amount = (minor: number | null) =>
      minor === null || data.currency === null ? '' : formatMoney(minor, data.currency, language)
    const values = {
      price: amount(data.price_minor),
      minimum: amount(data.minimum_bid_minor),
      ...counted(data.lot_count ?? 0),
    }
    const which = caseOf(notification)
    return { title: t(`case.${which}.title`), text: t(`case.${which}.text`, values) }
  }
}
