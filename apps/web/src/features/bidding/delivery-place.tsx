/** Where the lot is to go, under the costs that hold for it, and a way to have it sent elsewhere. */

import type { Costs } from '@vendue/sdk'
import { lazy, useState } from 'react'

import { Contained } from '@/shared/contained'
import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useDelivery } from '@/shared/lots/delivery'
import type { LotFacts } from '@/shared/lots/facts'

const DeliveryChoice = lazy(() => import('./delivery-choice'))

export interface DeliveryPlaceProps {
  readonly lot: LotFacts
  readonly costs: Costs | undefined
}

export function DeliveryPlace({ lot, costs }: DeliveryPlaceProps) {
  const { t } = useTranslation('bid-form')
  const country = useCountryName()
  const [isOpen, setOpen] = useState(false)
  const { destination = lot.country } = useDelivery(lot.lot_id)
  return (
    <div className="pt-1 text-13 text-muted">
      <button
        type="button"
        className="link min-h-8 pointer-coarse:min-h-11"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('delivery.to', { place: country(destination) })}
      </button>
      {isOpen && (
        <Contained>
          <DeliveryChoice lot={lot} costs={costs} />
        </Contained>
      )}
    </div>
  )
}
