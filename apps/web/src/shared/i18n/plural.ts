/** Counted things, with the figure grouped as prices are. */

import { formatCount } from '@vendue/ui/values/money'

/** What a counted text is given: `t('bids', counted(1250))` is "1 250 bids". */
export function counted(count: number): { count: number; formatted: string } {
  return { count, formatted: formatCount(count) }
}
