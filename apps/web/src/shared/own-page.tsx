/** The head of a page of one's own things: what it is, and what can be done with all of it. */

import type { ReactNode } from 'react'

import { PageTitle } from './page-title'

export interface OwnPageProps {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function OwnPage({ title, action, children }: OwnPageProps) {
  return (
    <div className="wrap grid grid-cols-[minmax(0,1fr)] gap-8 pt-6 wide:gap-12 wide:pt-8">
      <PageTitle>{title}</PageTitle>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1>{title}</h1>
        {action}
      </div>
      {children}
    </div>
  )
}
