/** What a lot costs in all at an amount: always the server's own sum. */

import { useQuery } from '@tanstack/react-query'
import type { Costs } from '@vendue/sdk'
import { listLotCostsOptions } from '@vendue/sdk/react-query'
import { useEffect, useState } from 'react'

/** A price that moves in a fight is asked about once it has stood so long. */
const CALM_MS = 350

/** The costs at a hammer price; undefined until they are known of this very amount. */
export function useCosts(lotId: string, hammerMinor: number | null): Costs | undefined {
  const asked = useCalm(hammerMinor)
  const query = { amount_minor: asked === null ? [] : [asked] }
  const { data } = useQuery({
    ...listLotCostsOptions({ path: { lot_id: lotId }, query }),
    enabled: asked !== null && asked > 0,
    staleTime: 5 * 60_000,
  })
  return data?.items.find((costs) => costs.hammer_minor === hammerMinor)
}

/** The first amount at once, a later one when no other has followed it. */
function useCalm(amount: number | null): number | null {
  const [calm, setCalm] = useState(amount)
  useEffect(() => {
    if (amount === calm) return
    const timer = setTimeout(() => setCalm(amount), CALM_MS)
    return () => clearTimeout(timer)
  }, [amount, calm])
  return calm ?? amount
}
