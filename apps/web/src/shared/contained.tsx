/** A part of a page that fails by itself: its code did not come, and everything else goes on. */

import { Component, type ReactNode, Suspense } from 'react'

import { Problem } from './problem'

export interface ContainedProps {
  readonly fallback?: ReactNode
  readonly children: ReactNode
}

interface Seen {
  readonly error: unknown
  readonly hasFailed: boolean
}

export class Contained extends Component<ContainedProps, Seen> {
  override state: Seen = { error: null, hasFailed: false }

  static getDerivedStateFromError(error: unknown): Seen {
    return { error, hasFailed: true }
  }

  override render(): ReactNode {
    if (this.state.hasFailed) {
      // The browser remembers a file that failed for as long as the page is open.
      return <Problem error={this.state.error} onRetry={() => location.reload()} />
    }
    return <Suspense fallback={this.props.fallback}>{this.props.children}</Suspense>
  }
}
