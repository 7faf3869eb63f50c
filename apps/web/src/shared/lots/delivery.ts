/** Where a person wants lots sent, and in which way each: every total is worked out for that. */

import type { ShippingMethod } from '@vendue/sdk'

import { type Choices, useChoices } from '../choices'

/** As the market is asked; what is left out is for the market to choose. */
export interface Delivery {
  readonly destination?: string
  readonly shipping_method?: ShippingMethod
}

/** What was chosen for a lot; nothing where nothing was. */
export function useDelivery(lotId: string): Delivery {
  return useDeliveries()(lotId)
}

/** The same for a page that adds many up. */
export function useDeliveries(): (lotId: string) => Delivery {
  const made = useChoices()
  return (lotId) => deliveryIn(made, lotId)
}

function deliveryIn({ destination, shipping }: Choices, lotId: string): Delivery {
  const method = shipping?.[lotId]
  return {
    ...(destination === undefined ? {} : { destination }),
    ...(method === undefined ? {} : { shipping_method: method }),
  }
}
