/** What the button that binds says, in the panel and in the dock alike. */

import type { Costs } from '@vendue/sdk'
import { formatMoney } from '@vendue/ui/values/money'
import { ArrowUp } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { useLanguage } from '@/shared/i18n/use-language'

import type { Standing } from './standing'
import type { Bidding } from './use-bidding'

/** Two lines: the amount, and what it binds to. */
export function BidButtonText({ bidding }: { bidding: Bidding }) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const { attempt, amount, state, standing, isGuest, phase } = bidding
  if (attempt.step === 'sending') return <>{t('sending.button')}</>
  if (phase === 'falling') return <>{t('falling')}</>
  if (amount.minor === null) return <>{t('button.noAmount')}</>
  const values = { amount: formatMoney(amount.minor, state.currency, language) }
  return (
    <>
      <span className="flex items-center gap-2 figures">
        {standing === 'outbid' && <ArrowUp size={20} strokeWidth={1.8} aria-hidden="true" />}
        {t(isGuest ? 'button.signIn' : `button.${DEEDS[standing] ?? 'bid'}`, values)}
      </span>
      {!isGuest && <Binding bidding={bidding} costs={bidding.costs} />}
    </>
  )
}

const DEEDS: Partial<Record<Standing, 'raise' | 'rebid'>> = { leading: 'raise', outbid: 'rebid' }

interface BindingProps {
  readonly bidding: Bidding
  readonly costs: Costs | undefined
}

export function Binding({ bidding: { costsAt, state }, costs }: BindingProps) {
  const { t } = useTranslation('bidding')
  const language = useLanguage()
  const total =
    costs === undefined ? '…' : formatMoney(costs.total_minor, state.currency, language, 'always')
  if (costs === undefined && costsAt.hasFailed) return <Small>{t('button.bindsUnknown')}</Small>
  return (
    <Small>
      {t(costs?.shipping_minor === null ? 'button.bindsUnshipped' : 'button.binds', { total })}
    </Small>
  )
}

function Small({ children }: { children: string }) {
  return <small className="text-13 leading-tight font-normal figures">{children}</small>
}
