/** When a refusal has been told long enough. */

import type { Refusal } from './attempt'
import type { Link } from './link'
import type { Standing } from './standing'

/** Where the lot is in its life, as the bidder sees it. */
export type Phase = 'scheduled' | 'open' | 'falling' | 'closed'

/** What the panel's head would say if there were no refusal. */
export interface Moment {
  readonly standing: Standing
  readonly phase: Phase
  readonly link: Link['kind']
}

/** Whether what has come since a refusal matters more than the refusal does. */
export function isOutlived({ code }: Refusal, then: Moment, now: Moment): boolean {
  // That the hammer has fallen is what this one says itself.
  if (code === 'lot_closed') return now.standing === 'won'
  return then.standing !== now.standing || then.phase !== now.phase || then.link !== now.link
}
