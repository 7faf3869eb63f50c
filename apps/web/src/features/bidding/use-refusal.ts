/** Why a bid was refused, in the person's language. */

import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import type { Refusal } from './attempt'

/** `leastMinor` is the least bid now, where that is known: it may have risen since the refusal. */
export function useRefusal(refusal: Refusal | null, currency: string, leastMinor = 0): string {
  const { t, exists } = useTranslation(['bidding', 'common'])
  const language = useLanguage()
  if (refusal === null) return ''
  const minimum = formatMoney(Math.max(refusal.minimumMinor ?? 0, leastMinor), currency, language)
  // Codes may be added to the market after this page was made.
  const key = exists(`refusals.${refusal.code}`) ? refusal.code : 'unknown'
  return t(`refusals.${key as 'unknown'}`, { minimum })
}
