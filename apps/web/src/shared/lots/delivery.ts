/** Where a person wants lots sent, and in which way each: every total is worked out for that. */

import type { ShippingMethod, ShippingOption } from '@vendue/sdk'

import { type Choices, choices, choose, useChoices } from '../choices'

/** As the market is asked; what is left out is for the market to choose. */
export interface Delivery {
  readonly destination?: string
  readonly shipping_method?: ShippingMethod
}

/** So many lots' ways are remembered; an older one is chosen again where it matters. */
const REMEMBERED = 30

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

/** Have everything sent to another country. Ways chosen for the one before may not reach it. */
export function sendTo(destination: string): void {
  choose({ destination, shipping: {} })
}

/** Have one lot sent in this way. */
export function sendBy(lotId: string, method: ShippingMethod): void {
  const others = Object.entries(choices().shipping ?? {}).filter(([other]) => other !== lotId)
  const kept = Object.fromEntries([...others.slice(1 - REMEMBERED), [lotId, method]])
  choose({ shipping: kept as NonNullable<Choices['shipping']> })
}

/** The member states of the European Union, by ISO 3166-1. */
export const UNION = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
] as const

/** In which ways a lot of one country reaches another, each once, as the market decides it. */
export function waysTo(
  options: readonly ShippingOption[],
  from: string,
  to: string,
): readonly ShippingMethod[] {
  const isUnion = (country: string) => (UNION as readonly string[]).includes(country)
  const reaches = ({ method, area }: ShippingOption) => {
    if (method === 'pickup' || area === 'worldwide') return true
    return area === 'european_union' ? isUnion(to) : from === to
  }
  return [...new Set(options.filter(reaches).map(({ method }) => method))]
}
