/** The zone in which times are shown: the person's own, or that of the device. */

import { useMe } from './session'

const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

export function useTimeZone(): string {
  const zone = useMe()?.time_zone
  return zone !== undefined && isKnown(zone) ? zone : DEVICE_ZONE
}

/** A zone that the server knows and this browser does not would throw wherever a time stands. */
function isKnown(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}
