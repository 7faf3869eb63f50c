/** What a maximum means, in one sentence with the person's own numbers. */

import { Link } from '@tanstack/react-router'
import { formatMoney } from '@vendue/ui/values/money'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import type { Bidding } from './use-bidding'

export function FinePrint({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bid-form')
  return (
    <p className="min-h-10 text-13 text-muted">
      {useSentence(bidding)}{' '}
      <Link to="/how-bidding-works" className="link">
        {t('fine.more')}
      </Link>
    </p>
  )
}

function useSentence({ standing, amount, state, own, priceCosts, link }: Bidding): string {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  if (link.kind === 'polling' && link.isNoticed) return t('fine.polling')
  if (standing === 'leading' && state.reserve === 'not_met') return t('fine.reserve')
  if (standing === 'leading' && priceCosts !== undefined) {
    const total = formatMoney(priceCosts.total_minor, state.currency, language, 'always')
    const isAtMaximum = state.price_minor >= (own.maximumMinor ?? 0)
    return t(isAtMaximum ? 'fine.leadingAtMaximum' : 'fine.leading', { total })
  }
  if (amount.minor === null) return t('fine.empty')
  return t('fine.bid', { amount: formatMoney(amount.minor, state.currency, language) })
}
