/** Four figures over everything: what winning would cost, where one leads, is outbid, has won. */

import type { MyBid } from '@vendue/sdk'
import { End } from '@vendue/ui/clock'
import { Price } from '@vendue/ui/price'
import { formatMoney } from '@vendue/ui/values/money'
import { Fragment, type ReactNode } from 'react'

import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { useLanguage } from '@/shared/i18n/use-language'

import { type Sum, useSums } from './use-total'

export function Tally({ bids }: { bids: readonly MyBid[] }) {
  const { t } = useTranslation(['bids', 'common'])
  const language = useLanguage()
  const by = (standing: MyBid['standing']) => bids.filter((bid) => bid.standing === standing)
  const [leading, outbid, won] = [by('leading'), by('outbid'), by('won')]
  const ifWon = useSums(leading)
  const owed = useSums(won)
  const said = (sums: readonly Sum[] | undefined) =>
    sums?.map((sum) => formatMoney(sum.totalMinor, sum.currency, language)).join(' + ')
  return (
    <dl className="grid grid-cols-2 border-y border-ink wide:grid-cols-4 [&>*:nth-child(2)]:border-e-0 wide:[&>*:nth-child(2)]:border-e [&>*:nth-child(n+3)]:border-t [&>*:nth-child(n+3)]:border-line wide:[&>*:nth-child(n+3)]:border-t-0 [&>*:last-child]:border-e-0">
      <Figure
        label={t('tally.ifWon')}
        value={<Sums sums={ifWon} />}
        note={leading.length > 0 && t('tally.withFees', counted(leading.length))}
      />
      <Figure label={t('tally.leading')} value={leading.length} note={<Next bids={leading} />} />
      <Figure label={t('tally.outbid')} value={outbid.length} note={<Next bids={outbid} />} />
      <Figure
        label={t('tally.won')}
        value={won.length}
        note={won.length > 0 && owed !== undefined && t('tally.owed', { amount: said(owed) ?? '' })}
      />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  readonly note: ReactNode
}

function Figure({ label, value, note }: FigureProps) {
  return (
    <div className="grid content-start gap-1 border-e border-line px-4 py-4 odd:ps-0 wide:px-6 wide:odd:ps-6 wide:first:ps-0!">
      <dt className="text-14 text-muted">{label}</dt>
      <dd className="text-28 font-semibold figures">{value}</dd>
      <dd className="min-h-[1.4em] text-13 text-muted figures">{note}</dd>
    </div>
  )
}

function Sums({ sums }: { sums: readonly Sum[] | undefined }) {
  if (sums === undefined) return '…'
  if (sums.length === 0) return '–'
  return sums.map((sum, place) => (
    <Fragment key={sum.currency}>
      {place > 0 && ' + '}
      <Price minor={sum.totalMinor} currency={sum.currency} />
    </Fragment>
  ))
}

function Next({ bids }: { bids: readonly MyBid[] }) {
  const { t } = useTranslation('bids')
  const ends = bids.map(({ state }) => state.ends_at).toSorted()
  if (ends[0] === undefined) return null
  return (
    <>
      {t('tally.next')} <End endsAt={ends[0]} />
    </>
  )
}
