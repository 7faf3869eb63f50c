/** What is said about a lot: its description, its facts, its terms and its history. */

import { lazy, type ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { Later } from '@/shared/later'
import type { LotFacts } from '@/shared/lots/facts'

const LotSpecs = lazy(() => import('./lot-specs'))
const LotTerms = lazy(() => import('./lot-terms'))
const History = lazy(() => import('./history'))

export function LotStory({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation('lot')
  return (
    <div className="grid content-start gap-12 wide:pt-12">
      <Section title={t('description')}>
        <p lang={lot.language} className="max-w-[62ch] pt-4 text-pretty whitespace-pre-line">
          {lot.description}
        </p>
      </Section>
      <Section title={t('specs')}>
        <Later room="min-h-40">
          <LotSpecs lot={lot} />
        </Later>
      </Section>
      <Section title={t('terms.title')}>
        <Later room="min-h-75">
          <LotTerms lot={lot} />
        </Later>
      </Section>
      <Section title={t('history.title')}>
        <Later room="min-h-60">
          <History lot={lot} />
        </Later>
      </Section>
    </div>
  )
}

/** Its heading is there from the start: it is found, and read out, before what is under it. */
function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-b border-ink pb-2.5 text-28!">{title}</h2>
      {children}
    </section>
  )
}
