/** A page of one question: a heading, why it is asked, and a column no wider than a form needs. */

import type { ReactNode } from 'react'

import { PageTitle } from '@/shared/page-title'

export interface AuthFrameProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly foot?: ReactNode
}

export function AuthFrame({ title, lead, children, foot }: AuthFrameProps) {
  return (
    <div className="wrap pt-8 wide:pt-18">
      <PageTitle>{title}</PageTitle>
      <div className="mx-auto grid max-w-120 gap-6">
        <div className="grid gap-3 border-b border-ink pb-4">
          <h1 className="text-36!">{title}</h1>
          {lead !== undefined && <p className="text-muted">{lead}</p>}
        </div>
        {children}
        {foot !== undefined && (
          <div className="border-t border-line pt-4 text-14 text-muted">{foot}</div>
        )}
      </div>
    </div>
  )
}
