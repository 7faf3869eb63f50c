/** What a lot costs beside its price, always to where the person wants it sent. */

import { formatMoney } from '@vendue/ui/values/money'

import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useCostsAt } from '@/shared/lots/costs'
import { useCurrentState } from '@/shared/lots/current-state'

import type { LiveCell } from './live-cells'

export function TotalAtPrice({ listed }: LiveCell) {
  const { t } = useTranslation('compare')
  const language = useLanguage()
  const costs = useCostsNow(listed)
  if (costs === undefined) return <>…</>
  const total = formatMoney(costs.total_minor, costs.currency, language, 'always')
  return (
    <span className="figures">
      {costs.shipping_minor === null ? t('unshipped', { total }) : total}
    </span>
  )
}

export function ShippingTo({ listed }: LiveCell) {
  const { t } = useTranslation(['compare', 'lot-details'])
  const country = useCountryName()
  const language = useLanguage()
  const costs = useCostsNow(listed)
  if (costs === undefined) return <>…</>
  const { shipping_method: method, shipping_minor: minor, destination } = costs
  if (method === null) return <>{t('unreached', { country: country(destination) })}</>
  return (
    <>
      <span className="figures">
        {t(`lot-details:method.${method}`)}
        {', '}
        {minor === null ? t('arranged') : formatMoney(minor, costs.currency, language)}
      </span>
      {method !== 'pickup' && (
        <span className="block text-13 text-muted">{country(destination)}</span>
      )}
    </>
  )
}

function useCostsNow(listed: LiveCell['listed']) {
  const state = useCurrentState(listed)
  return useCostsAt(state.lot_id, state.hammer_price_minor ?? state.price_minor)
}
