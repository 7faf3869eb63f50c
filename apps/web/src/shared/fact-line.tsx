/** One fact of a sale: what it is at the left, what it says at the right. */

import type { ReactNode } from 'react'

export function FactLine({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-t border-line py-2 last:border-b">
      <dt className="text-muted">{name}</dt>
      <dd className="text-end figures">{children}</dd>
    </div>
  )
}
