/** What a page shows while it loads, when there is nothing yet, and when something went wrong. */

import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'

import { Button } from './button'
import { useWords } from './language'

/** A shape in place of what will come; its size is given by the class. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span className={`skeleton block ${className}`} aria-hidden="true" />
}

/** Cards in place of cards. */
export function LotGridSkeleton({ count, label }: { count: number; label: string }) {
  return (
    <div className="lot-grid" role="status" aria-label={label}>
      {Array.from({ length: count }, (_, place) => place).map((place) => (
        <div key={place} className="grid content-start gap-3">
          <Skeleton className="aspect-square" />
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-11" />
          <Skeleton className="h-6 w-1/2" />
        </div>
      ))}
    </div>
  )
}

export interface EmptyStateProps {
  /** What the page is for. */
  readonly title: string
  /** When something will be here. */
  readonly children: ReactNode
  /** One next step. */
  readonly action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}

export interface ProblemNoticeProps {
  readonly title: string
  readonly children?: ReactNode
  /** The request's number, for whoever is asked for help. */
  readonly reference?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

export function ProblemNotice({ title, children, reference, onRetry }: ProblemNoticeProps) {
  const words = useWords()
  return (
    <div className="notice notice-danger" role="alert">
      <CircleAlert size={20} strokeWidth={1.6} aria-hidden="true" />
      <div className="grid justify-items-start gap-2">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <p className="text-muted">{children}</p>}
        {onRetry !== undefined && (
          <Button size="small" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
        {reference !== undefined && (
          <p className="break-all text-13 text-muted figures">{reference}</p>
        )}
      </div>
    </div>
  )
}

export function InfoNotice({ children }: { children: ReactNode }) {
  return (
    <div className="notice notice-info">
      <Info size={20} strokeWidth={1.6} aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}
