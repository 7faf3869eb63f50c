/** A part of the account: what it is about at the left, what can be changed at the right. */

import type { ReactNode } from 'react'

export interface SectionProps {
  readonly id: string
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-6 grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 border-t border-ink pt-4 wide:grid-cols-[4fr_8fr]"
    >
      <div className="grid content-start gap-2">
        <h2 id={`${id}-title`} className="text-28!">
          {title}
        </h2>
        {lead !== undefined && <p className="max-w-80 text-14 text-muted">{lead}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
