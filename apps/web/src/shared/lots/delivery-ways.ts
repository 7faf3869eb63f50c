/** Choosing where lots are sent and in which way: what a person may pick from, and what keeps it. */

import type { ShippingMethod, ShippingOption } from '@vendue/sdk'

import { type Choices, choices, choose } from '../choices'

/** So many lots' ways are remembered; an older one is chosen again where it matters. */
const REMEMBERED = 30

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
