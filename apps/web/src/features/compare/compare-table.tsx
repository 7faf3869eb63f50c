/**
 * One column for each lot, one row for each question.
 *
 * A phone has room for the lots alone, so a question stands in a row of its own above its answers.
 */

import { Link } from '@tanstack/react-router'
import { IconButton } from '@vendue/ui/button'
import { Plate } from '@vendue/ui/plate'
import { X } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'

import { useCountryName } from '@/shared/country-name'
import { useTranslation } from '@/shared/i18n/translation'
import { localName, useLanguage } from '@/shared/i18n/use-language'

import type { PublishedLot } from './compare-page'
import { LiveBids, LivePrice, LiveTime, ReserveStanding, WayToBid } from './live-cells'
import { ShippingTo, TotalAtPrice } from './total-cells'
import { useAttributeRows } from './use-attribute-rows'

/** Narrow where lots share a phone; a long word breaks rather than reach into the next column. */
const CELL = 'ps-0! pe-3! align-top! wrap-anywhere mid:pe-6!'

export interface CompareTableProps {
  readonly lots: readonly PublishedLot[]
  readonly onRemove: (lotId: string) => void
}

export function CompareTable({ lots, onRemove }: CompareTableProps) {
  const { t } = useTranslation(['compare', 'search', 'lot-details'])
  const language = useLanguage()
  const country = useCountryName()
  const attributes = useAttributeRows(lots)
  const row = (name: string, cell: (lot: PublishedLot) => ReactNode) => (
    <tbody key={name}>
      <tr className="mid:hidden">
        <th
          scope="rowgroup"
          colSpan={lots.length}
          className="border-0! pt-2! pb-0! whitespace-normal!"
        >
          {/* Whoever scrolls sideways still reads what it is about. */}
          <span className="sticky start-0">{name}</span>
        </th>
      </tr>
      <tr className="align-top">
        <th
          scope="row"
          className="sticky start-0 z-1 hidden w-44 bg-paper pt-[9px]! align-top! whitespace-normal! border-line! mid:table-cell"
        >
          {name}
        </th>
        {lots.map((lot) => (
          <td key={lot.lot_id} className={CELL}>
            {cell(lot)}
          </td>
        ))}
      </tr>
    </tbody>
  )
  return (
    <section
      // A closing clock reaches a little beyond its column, the first one beyond the table.
      className="-mx-2 overflow-x-auto px-2 mid:mx-0 mid:px-0"
      aria-label={t('table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
    >
      <table
        className="table table-fixed min-w-(--narrow) mid:min-w-(--roomy)"
        style={
          {
            '--narrow': `${lots.length * 7.25}rem`,
            '--roomy': `${11 + lots.length * 11}rem`,
          } as CSSProperties
        }
      >
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 z-1 hidden w-44 bg-paper mid:table-cell">
              <span className="visually-hidden">{t('question')}</span>
            </th>
            {lots.map((lot) => (
              <th key={lot.lot_id} scope="col" className={`${CELL} whitespace-normal! text-ink!`}>
                <LotColumnHead lot={lot} onRemove={onRemove} />
              </th>
            ))}
          </tr>
        </thead>
        {row(t('price'), (lot) => (
          <LivePrice listed={lot.state} />
        ))}
        {row(t('total'), (lot) => (
          <TotalAtPrice listed={lot.state} />
        ))}
        {row(t('shipping'), (lot) => (
          <ShippingTo listed={lot.state} />
        ))}
        {row(t('ends'), (lot) => (
          <LiveTime listed={lot.state} />
        ))}
        {row(t('bids'), (lot) => (
          <LiveBids listed={lot.state} />
        ))}
        {row(t('reserve'), (lot) => (
          <ReserveStanding listed={lot.state} />
        ))}
        {row(t('category'), (lot) => localName(lot.category, language))}
        {row(t('condition'), (lot) => t(`search:condition.${lot.condition}`))}
        {row(t('place'), (lot) => `${lot.city}, ${country(lot.country)}`)}
        {row(t('seller'), (lot) => `${lot.seller.name} (${t(`search:seller.${lot.seller.kind}`)})`)}
        {row(t('lot-details:terms.withdrawal'), (lot) =>
          t(`lot-details:terms.withdrawalOf.${lot.seller.kind}`),
        )}
        {attributes.map(({ name, value }) => row(name, value))}
        {row(t('way'), (lot) => (
          <WayToBid listed={lot.state} />
        ))}
      </table>
    </section>
  )
}

interface LotColumnHeadProps {
  readonly lot: PublishedLot
  readonly onRemove: (lotId: string) => void
}

function LotColumnHead({ lot, onRemove }: LotColumnHeadProps) {
  const { t } = useTranslation('compare')
  return (
    <div className="grid gap-2">
      <span className="relative block">
        <Plate
          seed={lot.lot_id}
          picture={lot.photographs[0] ?? null}
          alt=""
          sizes="(min-width: 900px) 280px, 50vw"
        />
        <IconButton
          label={t('remove', { title: lot.title })}
          className="absolute! end-1 top-1 bg-surface"
          onClick={() => onRemove(lot.lot_id)}
        >
          <X size={18} strokeWidth={1.8} aria-hidden="true" />
        </IconButton>
      </span>
      <Link
        to="/lot/$lotId"
        params={{ lotId: lot.lot_id }}
        lang={lot.language}
        className="line-clamp-3 min-h-11 font-display text-16 leading-tight font-medium hover:text-accent wide:text-18"
      >
        {lot.title}
      </Link>
    </div>
  )
}
