/** Three larger maxima, one press each; a press chooses and does not bid. */

import { formatMoney } from '@vendue/ui/values/money'
import { useRef } from 'react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import type { Bidding } from './use-bidding'

export function AmountSteps({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const { amount, state, leave } = bidding
  const fieldset = useRef<HTMLFieldSetElement>(null)
  // Nothing changes under the hand that is choosing, as long as every choice would do.
  const isInUse = fieldset.current?.parentElement?.matches(':hover, :focus-within') ?? false
  const shown = useRef(amount.steps)
  const isGone = shown.current.some((minor) => minor < bidding.leastMinor)
  if (!isInUse || isGone) shown.current = amount.steps
  return (
    <fieldset ref={fieldset} className="grid grid-cols-3 gap-2" aria-label={t('steps')}>
      {shown.current.map((minor) => (
        <button
          key={minor}
          type="button"
          aria-pressed={amount.isOwn && amount.minor === minor}
          onClick={() => {
            leave()
            amount.pick(minor)
          }}
          className="button button-outlined border-line! px-1! text-14! font-medium! figures [word-spacing:-.1em] aria-pressed:border-accent! aria-pressed:bg-accent-soft! aria-pressed:text-on-accent-soft"
        >
          {formatMoney(minor, state.currency, language)}
        </button>
      ))}
    </fieldset>
  )
}
