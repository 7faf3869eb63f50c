/** Where a bidder stands: an icon and a word, never colour alone. */

import { ArrowUp, Check } from 'lucide-react'
import type { ReactNode } from 'react'

import { useWords } from './language'

export type Standing = 'leading' | 'outbid' | 'won' | 'lost'

export function StandingBadge({ standing }: { standing: Standing }) {
  const words = useWords()
  if (standing === 'leading') {
    return (
      <span className="badge badge-leading">
        <Check size={16} strokeWidth={2} aria-hidden="true" />
        {words.leading}
      </span>
    )
  }
  if (standing === 'outbid') {
    return (
      <span className="badge badge-outbid">
        <ArrowUp size={16} strokeWidth={2} aria-hidden="true" />
        {words.outbid}
      </span>
    )
  }
  return <Badge>{words[standing]}</Badge>
}

/** Any other fact about a lot; it carries neither green nor vermilion. */
export function Badge({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'info'
  children: ReactNode
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
