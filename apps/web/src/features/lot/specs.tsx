/** Names and values in ruled rows: two columns of them where there is room. */

import type { ReactNode } from 'react'

export function Specs({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-12 full:grid-cols-2">{children}</dl>
}

export function Spec({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[38%_1fr] gap-4 border-b border-line py-2.5 text-14">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 figures">{children}</dd>
    </div>
  )
}
