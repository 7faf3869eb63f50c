/** What a buyer pays beside the hammer price, how the bidding goes, and how the lot is sent. */

import { useQuery } from '@tanstack/react-query'
import type { Lot, LotState, ShippingOption } from '@vendue/sdk'
import { listLotCostsOptions } from '@vendue/sdk/react-query'
import { formatMoney, formatShare } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useLotHistory } from '@/shared/lots/history'
import { incrementAt, type LotRules, rulesOf } from '@/shared/lots/terms'

import { Spec, Specs } from './specs'

export function LotTerms({ lot, published }: { lot: Lot; published: LotState }) {
  const { t } = useTranslation('lot')
  const rules = rulesOf(useLotHistory(lot.lot_id, published.sequence).data?.terms)
  return (
    <>
      <Specs>
        <Spec name={t('terms.premium')}>
          <Premium lot={lot} />
        </Spec>
        <Spec name={t('terms.vat')}>{t(`terms.vatOf.${lot.vat_scheme}`)}</Spec>
        {rules !== null && <RuleSpecs rules={rules} state={published} />}
        <Spec name={t('terms.withdrawal')}>{t(`terms.withdrawalOf.${lot.seller.kind}`)}</Spec>
        {lot.shipping.map((option) => (
          <Spec key={`${option.method}-${option.area}`} name={t(`method.${option.method}`)}>
            <Shipping option={option} currency={lot.currency} />
          </Spec>
        ))}
      </Specs>
      {lot.terms !== '' && (
        <p lang={lot.language} className="max-w-[62ch] pt-4 text-14 whitespace-pre-line">
          {lot.terms}
        </p>
      )}
    </>
  )
}

function Premium({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lot')
  const language = useLanguage()
  const amount = lot.state?.price_minor ?? lot.start_price_minor
  const { data } = useQuery({
    ...listLotCostsOptions({ path: { lot_id: lot.lot_id }, query: { amount_minor: [amount] } }),
    staleTime: 10 * 60_000,
  })
  const premium = data?.items[0]?.lines.find(({ kind }) => kind === 'premium')
  if (premium === undefined) return <>…</>
  if (premium.basis_points === null) return <>{t('terms.premiumWithVat')}</>
  return <>{t('terms.premiumShare', { share: formatShare(premium.basis_points, language) })}</>
}

function RuleSpecs({ rules, state }: { rules: LotRules; state: LotState }) {
  const { t } = useTranslation('lot')
  const language = useLanguage()
  const { trigger_seconds, extend_seconds } = rules.anti_sniping
  const step = formatMoney(
    incrementAt(rules.increments, state.price_minor),
    state.currency,
    language,
  )
  const above = rules.increments.find(({ from_minor }) => from_minor > state.price_minor)
  return (
    <>
      <Spec name={t('terms.step')}>
        {above === undefined
          ? step
          : t('terms.stepThen', {
              step,
              from: formatMoney(above.from_minor, state.currency, language),
              next: formatMoney(
                incrementAt(rules.increments, above.from_minor),
                state.currency,
                language,
              ),
            })}
      </Spec>
      <Spec name={t('terms.extension')}>
        {trigger_seconds === 0
          ? t('terms.noExtension')
          : t('terms.extensionBy', { trigger: trigger_seconds, extend: extend_seconds })}
      </Spec>
    </>
  )
}

function Shipping({ option, currency }: { option: ShippingOption; currency: string }) {
  const { t } = useTranslation('lot')
  const language = useLanguage()
  const price =
    option.price_minor === null
      ? t('terms.arranged')
      : option.price_minor === 0
        ? t('terms.free')
        : formatMoney(option.price_minor, currency, language)
  // Whoever collects comes from wherever they are.
  const area = option.method === 'pickup' ? '' : `, ${t(`area.${option.area}`)}`
  const note = option.note === '' ? '' : `. ${option.note}`
  return <>{`${price}${area}${note}`}</>
}
