/** What an amount comes to in all, line by line, before anything is confirmed. */

import type { CostLine, Costs } from '@vendue/sdk'
import { formatMoney, formatShare } from '@vendue/ui/values/money'
import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import type { LotFacts } from '@/shared/lots/facts'

import { DeliveryPlace } from './delivery-place'

export interface CostLedgerProps {
  readonly costs: Costs | undefined
  readonly currency: string
  /** What the first line is: a bid, a maximum, or the price of a purchase. */
  readonly first: string
  readonly total: string
  /** The lot, where the person may say where it is to go. */
  readonly lot?: LotFacts
}

/** As many lines as most totals have: the place is kept while a sum is on its way. */
const USUAL_LINES = [2, 3, 4] as const

export function CostLedger({ costs, currency, first, total, lot }: CostLedgerProps) {
  const language = useLanguage()
  const money = (minor: number) => formatMoney(minor, currency, language, 'always')
  const ledger = (
    <dl className="ledger" aria-busy={costs === undefined}>
      {costs === undefined ? (
        <>
          <Line name={first} value="…" />
          {USUAL_LINES.map((line) => (
            <Line key={line} name={'\u00A0'} value="…" />
          ))}
        </>
      ) : (
        <Lines costs={costs} first={first} money={money} />
      )}
      <div className="ledger-total">
        <dt>{total}</dt>
        <dd>{costs === undefined ? '…' : money(costs.total_minor)}</dd>
      </div>
    </dl>
  )
  if (lot === undefined) return ledger
  return (
    <div>
      {ledger}
      <DeliveryPlace lot={lot} costs={costs} />
    </div>
  )
}

interface LinesProps {
  readonly costs: Costs
  readonly first: string
  readonly money: (minor: number) => string
}

function Lines({ costs, first, money }: LinesProps) {
  const { t } = useTranslation('bid-form')
  const name = useLineName(costs, first)
  const unpriced = unpricedShipping(costs)
  return (
    <>
      {costs.lines.map((line) => (
        <Line
          key={`${line.kind} ${line.basis_points} ${line.base_minor}`}
          name={name(line)}
          value={money(line.amount_minor)}
        />
      ))}
      {unpriced !== null && <Line name={t('cost.shipping')} value={t(`cost.${unpriced}`)} />}
    </>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Shipping that adds nothing has no line of its own in the sum; a buyer wants to read why. */
function unpricedShipping(costs: Costs): 'arranged' | 'pickup' | 'free' | null {
  if (costs.shipping_minor === null) return 'arranged'
  if (costs.shipping_minor > 0) return null
  return costs.shipping_method === 'pickup' ? 'pickup' : 'free'
}

function useLineName(costs: Costs, first: string): (line: CostLine) => string {
  const { t } = useTranslation('bid-form')
  const language = useLanguage()
  const country = useCountryName()
  const shared = (line: CostLine) => ({ share: formatShare(line.basis_points ?? 0, language) })
  const names: Record<CostLine['kind'], (line: CostLine) => string> = {
    hammer: () => first,
    premium: (line) => t(`cost.${premiumName(line, costs)}`, shared(line)),
    // A trader's lot has two lines of VAT: on the hammer price, and on the premium.
    vat: (line) =>
      t(
        line.base_minor === costs.hammer_minor ? 'cost.vatHammer' : 'cost.vatPremium',
        shared(line),
      ),
    shipping: () =>
      t('cost.shippingTo', {
        method: t(`method.${costs.shipping_method ?? 'parcel'}`),
        place: country(costs.destination),
      }),
  }
  return (line) => names[line.kind](line)
}

function premiumName(line: CostLine, costs: Costs): 'premium' | 'premiumWithVat' | 'leastPremium' {
  if (line.basis_points !== null) return 'premium'
  return costs.vat_scheme === 'margin' ? 'premiumWithVat' : 'leastPremium'
}
