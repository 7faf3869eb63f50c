/** A refusal or a failure in the person's language, by its code. */

import { ConnectionFailed, isProblem, TimedOut } from '@vendue/sdk'
import { ProblemNotice } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

export interface ProblemProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

export function Problem({ error, onRetry }: ProblemProps) {
  const { t, exists } = useTranslation()
  const code = problemCode(error)
  // Codes may be added to the market after this page was made.
  const known = exists(`problems.${code}.title`) ? code : 'unknown'
  return (
    <ProblemNotice
      title={t(`problems.${known as 'unknown'}.title`)}
      reference={isProblem(error) && error.status >= 500 ? error.requestId : undefined}
      onRetry={onRetry}
    >
      {t(`problems.${known as 'unknown'}.advice`)}
    </ProblemNotice>
  )
}

/** The market's own code, or one of ours for what never reached it. */
function problemCode(error: unknown): string {
  if (isProblem(error)) return error.code
  if (error instanceof TimedOut) return 'timed_out'
  if (error instanceof ConnectionFailed) return navigator.onLine ? 'unreachable' : 'offline'
  return 'unknown'
}
