/** By how much the price rises, by what it is. */

import { formatMoney, formatShare } from '@vendue/ui/values/money'

import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'
import type { LotRules } from '@/shared/lots/terms'

type Band = LotRules['increments'][number]

export function IncrementTable({ bands, currency }: { bands: readonly Band[]; currency: string }) {
  const { t } = useTranslation('how')
  const language = useLanguage()
  const money = (minor: number) => formatMoney(minor, currency, language)
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('step.from')}</th>
          <th scope="col" className="figure text-end!">
            {t('step.step')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band, place) => (
          <tr key={band.from_minor}>
            <td className="figures">
              {place === 0
                ? t('step.upTo', { amount: money(bands[1]?.from_minor ?? 0) })
                : t('step.fromAmount', { amount: money(band.from_minor) })}
            </td>
            <td className="figure">
              {band.basis_points === undefined
                ? (band.steps_minor ?? []).map(money).join(' / ')
                : formatShare(band.basis_points, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
