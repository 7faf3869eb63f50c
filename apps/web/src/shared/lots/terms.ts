/** The rules a lot was published under, read from the terms that its history begins with. */

interface Band {
  readonly from_minor: number
  readonly steps_minor?: readonly number[]
  readonly basis_points?: number
  readonly floor_minor?: number
}

export interface LotRules {
  readonly increments: readonly Band[]
  readonly anti_sniping: {
    /** 0 where a late bid extends nothing. */
    readonly trigger_seconds: number
    readonly extend_seconds: number
    readonly mode: 'reset' | 'add'
    readonly max_extensions: number | null
  }
}

/** The rules in a lot's published terms; null where they are not as they were when this was made. */
export function rulesOf(terms: Record<string, unknown> | undefined): LotRules | null {
  const rules = terms?.rules as Partial<LotRules> | undefined
  if (!Array.isArray(rules?.increments) || rules.anti_sniping === undefined) return null
  return rules as LotRules
}

/** The increment at an amount (rule 3), in minor units. */
export function incrementAt(bands: readonly Band[], amountMinor: number): number {
  // Below the first band the first one holds.
  const band = bands.findLast((candidate) => candidate.from_minor <= amountMinor) ?? bands[0]
  if (band === undefined) return 0
  if (band.basis_points !== undefined) {
    return Math.max(band.floor_minor ?? 0, Math.ceil((amountMinor * band.basis_points) / 10_000))
  }
  return stepWithin(band.steps_minor ?? [], amountMinor - band.from_minor)
}

/** A pattern of several steps repeats from the start of its band. */
function stepWithin(steps: readonly number[], beyondMinor: number): number {
  const length = steps.reduce((sum, step) => sum + step, 0)
  let within = Math.max(0, beyondMinor) % Math.max(1, length)
  for (const step of steps) {
    if (within < step) return step
    within -= step
  }
  return 0
}
