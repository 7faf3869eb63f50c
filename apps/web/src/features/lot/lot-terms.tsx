/** What a buyer pays beside the hammer price, how the bidding goes, and how the lot is sent. */

import type { ShippingOption } from '@vendue/sdk'
import { useLotState } from '@vendue/sdk/react-query'
import { formatMoney } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import type { LotFacts } from '@/shared/lots/facts'
import { useLotRules } from '@/shared/lots/first-page'
import { incrementAt, type LotRules } from '@/shared/lots/terms'

import { Premium } from './premium'
import { Spec, Specs } from './specs'

export default function LotTerms({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const rules = useLotRules(lot.lot_id)
  return (
    <>
      <Specs>
        <Spec name={t('terms.premium')}>
          <Premium lot={lot} />
        </Spec>
        <Spec name={t('terms.vat')}>{t(`terms.vatOf.${lot.vat_scheme}`)}</Spec>
        {rules !== null && <RuleSpecs rules={rules} lot={lot} />}
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

function RuleSpecs({ rules, lot }: { rules: LotRules; lot: LotFacts }) {
  const { t } = useTranslation('lot-details')
  const language = useLanguage()
  const price = useLotState(lot.lot_id).state?.price_minor ?? lot.start_price_minor
  const money = (minor: number) => formatMoney(minor, lot.currency, language)
  const { trigger_seconds, extend_seconds } = rules.anti_sniping
  const step = money(incrementAt(rules.increments, price))
  const above = rules.increments.find(({ from_minor }) => from_minor > price)
  return (
    <>
      <Spec name={t('terms.step')}>
        {above === undefined
          ? step
          : t('terms.stepThen', {
              step,
              from: money(above.from_minor),
              next: money(incrementAt(rules.increments, above.from_minor)),
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
  const { t } = useTranslation('lot-details')
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
