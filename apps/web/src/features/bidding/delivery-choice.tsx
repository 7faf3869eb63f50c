/** The country that lots are to be sent to, and the way in which this one is. */

import type { ShippingMethod } from '@vendue/sdk'
import { useCountryName } from '@/shared/country-name'
import { SelectField } from '@/shared/forms/select-field'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import { useDelivery } from '@/shared/lots/delivery'
import { sendBy, sendTo, UNION, waysTo } from '@/shared/lots/delivery-ways'

import type { DeliveryPlaceProps } from './delivery-place'

/** Where buyers of this market live, beside the member states. */
const BEYOND = ['CH', 'GB', 'IS', 'LI', 'NO', 'UA', 'US', 'CA', 'AU', 'JP'] as const

export default function DeliveryChoice({ lot, costs }: DeliveryPlaceProps) {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const country = useCountryName()
  const { destination = lot.country, shipping_method } = useDelivery(lot.lot_id)
  const codes = [...new Set<string>([...UNION, ...BEYOND, lot.country, destination])]
  const places = codes
    .map((value) => ({ value, label: country(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language))
  const ways = waysTo(lot.shipping, lot.country, destination)
  const way = shipping_method ?? costs?.shipping_method ?? ways[0]
  return (
    <div className="grid gap-3 pt-1 pb-2 text-ink mid:grid-cols-2">
      <SelectField
        label={t('delivery.country')}
        size="small"
        value={destination}
        choices={places}
        onChange={sendTo}
      />
      {ways.length > 0 && way !== undefined ? (
        <SelectField
          label={t('delivery.way')}
          size="small"
          value={way}
          choices={ways.map((value) => ({ value, label: t(`method.${value}`) }))}
          onChange={(chosen) => sendBy(lot.lot_id, chosen as ShippingMethod)}
        />
      ) : (
        <p className="self-end pb-2 text-13 text-muted">{t('delivery.none')}</p>
      )}
    </div>
  )
}
