/** How bidding works: told with the market's own rules, and played with a maximum of one's own. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listPriceRulesOptions, listRuleSetsOptions } from '@vendue/sdk/react-query'
import { buttonClass } from '@vendue/ui/button'
import { Skeleton } from '@vendue/ui/page-states'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { Charges } from './charges'
import { IncrementTable } from './increment-table'
import { PlayedExample } from './played-example'

/** The rules and prices that a lot is put up under unless its sale says otherwise. */
const USUAL = { query: { name: 'standard', limit: 100 } } as const
const CURRENCY = 'EUR'

export function HowPage() {
  const { t } = useTranslation('how')
  const ruleSets = useQuery({ ...listRuleSetsOptions(USUAL), staleTime: 10 * 60_000 })
  const priceRules = useQuery({ ...listPriceRulesOptions(USUAL), staleTime: 10 * 60_000 })
  const rules = newest(ruleSets.data?.items)
  const prices = newest(priceRules.data?.items)
  const bands = rules?.increments.find(({ currency }) => currency === CURRENCY)?.bands
  const premium = prices?.premiums.find(({ currency }) => currency === CURRENCY)
  const sniping = rules?.rules.anti_sniping
  return (
    <div className="wrap pt-6 wide:pt-8">
      <PageTitle>{t('title')}</PageTitle>
      <header className="grid max-w-[62ch] gap-4">
        <h1>{t('title')}</h1>
        <p className="text-18">{t('lead')}</p>
      </header>
      {ruleSets.isError && (
        <div className="pt-8">
          <Problem error={ruleSets.error} onRetry={() => void ruleSets.refetch()} />
        </div>
      )}
      <Chapter title={t('maximum.title')} text={t('maximum.text')}>
        {bands === undefined ? (
          <Skeleton className="h-120" />
        ) : (
          <PlayedExample increments={bands} />
        )}
      </Chapter>
      <Chapter title={t('step.title')} text={t('step.text')}>
        {bands === undefined ? (
          <Skeleton className="h-80" />
        ) : (
          <IncrementTable bands={bands} currency={CURRENCY} />
        )}
      </Chapter>
      <Paragraphs>
        <Paragraph
          title={t('time.title')}
          text={
            sniping === undefined
              ? t('time.clock')
              : `${t('time.clock')} ${t('time.extension', { trigger: sniping.trigger_seconds, extend: sniping.extend_seconds })}`
          }
        />
        <Paragraph title={t('reserve.title')} text={t('reserve.text')} />
        <Paragraph title={t('buyNow.title')} text={t('buyNow.text')} />
      </Paragraphs>
      <Chapter title={t('costs.title')} text={t('costs.text')}>
        {premium === undefined ? (
          <Skeleton className="h-60" />
        ) : (
          <Charges bands={premium.bands} currency={CURRENCY} />
        )}
      </Chapter>
      <Paragraphs>
        <Paragraph title={t('binding.title')} text={t('binding.text')} />
        <Paragraph title={t('history.title')} text={t('history.text')} />
      </Paragraphs>
      <p className="pt-12">
        <Link to="/search" className={buttonClass('solid')}>
          {t('toLots')}
        </Link>
      </p>
    </div>
  )
}

interface ChapterProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Chapter({ title, text, children }: ChapterProps) {
  return (
    <section className="mt-12 grid gap-x-12 gap-y-4 border-t border-ink pt-4 *:min-w-0 wide:mt-18 wide:grid-cols-[5fr_7fr]">
      <div className="grid content-start gap-3">
        <h2 className="text-28!">{title}</h2>
        <p className="max-w-[56ch] text-pretty">{text}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}

/** Chapters that need no more than words stand side by side. */
function Paragraphs({ children }: { children: ReactNode }) {
  return (
    <div className="mt-12 grid gap-x-12 gap-y-12 border-t border-ink pt-4 wide:mt-18 wide:auto-cols-fr wide:grid-flow-col">
      {children}
    </div>
  )
}

function Paragraph({ title, text }: { title: string; text: string }) {
  return (
    <section className="grid content-start gap-3">
      <h2 className="text-28!">{title}</h2>
      <p className="max-w-[56ch] text-pretty">{text}</p>
    </section>
  )
}

/** The newest version of those that share a name. */
function newest<Edition extends { number: number }>(editions: readonly Edition[] = []) {
  return editions.toSorted((one, other) => other.number - one.number)[0]
}
