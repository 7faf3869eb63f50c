/** What stands beside the hammer price on the bill, and who charges it. */

import type { PremiumBand } from '@vendue/sdk'
import { formatMoney, formatShare } from '@vendue/ui/values/money'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

export function Charges({ bands, currency }: { bands: readonly PremiumBand[]; currency: string }) {
  const { t } = useTranslation('how')
  const language = useLanguage()
  const premium = bands.map(({ from_minor, basis_points }) =>
    from_minor === 0
      ? t('costs.share', { share: formatShare(basis_points, language) })
      : t('costs.shareAbove', {
          share: formatShare(basis_points, language),
          amount: formatMoney(from_minor, currency, language),
        }),
  )
  return (
    <dl className="text-14">
      <Row name={t('costs.hammer')}>{t('costs.hammerText')}</Row>
      <Row name={t('costs.premium')}>{premium.join(', ')}</Row>
      <Row name={t('costs.vatPrivate')}>{t('costs.vatPrivateText')}</Row>
      <Row name={t('costs.vatTrader')}>{t('costs.vatTraderText')}</Row>
      <Row name={t('costs.vatMargin')}>{t('costs.vatMarginText')}</Row>
      <Row name={t('costs.shipping')}>{t('costs.shippingText')}</Row>
    </dl>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line py-3 mid:grid-cols-[38%_1fr]">
      <dt className="text-muted">{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  )
}
