/** Why a bid was refused, in the person's language. */

import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import type { Refusal } from './attempt'

export function useRefusal(refusal: Refusal | null, currency: string): string {
  const { t, exists } = useTranslation(['bidding', 'common'])
  const language = useLanguage()
  if (refusal === null) return ''
  const minimum = formatMoney(refusal.minimumMinor ?? 0, currency, language)
  // Codes may be added to the market after this page was made.
  const key = exists(`refusals.${refusal.code}`) ? refusal.code : 'unknown'
  return t(`refusals.${key as 'unknown'}`, { minimum })
}
