/** The premium of the lot's own price rule, band by band: the same whatever the price is now. */

import { useQuery } from '@tanstack/react-query'
import type { CurrencyPremium } from '@vendue/sdk'
import { getAuctionOptions, getPriceRuleOptions } from '@vendue/sdk/react-query'
import { formatMoney, formatShare } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import type { LotFacts } from '@/shared/lots/facts'

export function Premium({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const language = useLanguage()
  const premium = usePremium(lot)
  if (premium === undefined) return <>…</>
  const money = (minor: number) => formatMoney(minor, premium.currency, language)
  const shares = premium.bands.map((band, place) => {
    const share = formatShare(band.basis_points, language)
    if (premium.bands.length === 1) return t('terms.premiumShare', { share })
    const next = premium.bands[place + 1]
    if (next === undefined) return t('terms.premiumAbove', { share, from: money(band.from_minor) })
    return t('terms.premiumUpTo', { share, to: money(next.from_minor) })
  })
  const least = premium.minimum_minor
  const facts = [
    ...shares,
    ...(least === null ? [] : [t('terms.premiumLeast', { amount: money(least) })]),
    // Under the margin scheme the VAT on the premium is in the sum and is never shown apart.
    ...(lot.vat_scheme === 'margin' ? [t('terms.premiumVat')] : []),
  ]
  return <>{facts.join('; ')}</>
}

function usePremium(lot: LotFacts): CurrencyPremium | undefined {
  const path = { auction_id: lot.auction_id ?? '' }
  const auction = useQuery({ ...getAuctionOptions({ path }), enabled: lot.auction_id !== null })
  const price_rule_id = auction.data?.price_rule?.price_rule_id
  const rule = useQuery({
    ...getPriceRuleOptions({ path: { price_rule_id: price_rule_id ?? '' } }),
    enabled: price_rule_id !== undefined,
    // A published version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  return rule.data?.premiums.find(({ currency }) => currency === lot.currency)
}
