/** A refusal or a failure in the person's language, by its code. */

import { ConnectionFailed, isProblem, TimedOut } from '@vendue/sdk'
import { ProblemNotice } from '@vendue/ui/page-states'
import { useTranslation } from '@/shared/i18n/translation'

export interface ProblemProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

export function Problem({ error, onRetry }: ProblemProps) {
  const { t } = useTranslation()
  const { title, advice } = useProblemWords()(error)
  const reference = isProblem(error) && error.status >= 500 ? error.requestId : undefined
  return (
    <ProblemNotice title={title} reference={reference} onRetry={onRetry}>
      {advice}
      {reference !== undefined && ` ${t('problems.reference')}`}
    </ProblemNotice>
  )
}

/** What is said of an error: what happened, and what can be done about it. */
export function useProblemWords(): (error: unknown) => { title: string; advice: string } {
  const { t, exists } = useTranslation()
  return (error) => {
    const code = problemCode(error)
    // Codes may be added to the market after this page was made.
    const known = (exists(`problems.${code}.title`) ? code : 'unknown') as 'unknown'
    return { title: t(`problems.${known}.title`), advice: t(`problems.${known}.advice`) }
  }
}

/** The market's own code, or one of ours for what never reached it. */
function problemCode(error: unknown): string {
  if (isProblem(error)) return error.code
  if (error instanceof TimedOut) return 'timed_out'
  // Whatever else fails without a connection fails for the want of it: texts, and parts of the app.
  if (!navigator.onLine) return 'offline'
  return error instanceof ConnectionFailed ? 'unreachable' : 'unknown'
}
