/** What is said about a lot: its description, its facts, its terms and its history. */

import type { Lot, LotState } from '@vendue/sdk'
import type { ReactNode } from 'react'

import { useTranslation } from '@/shared/i18n/translation'

import { History } from './history'
import { LotSpecs } from './lot-specs'
import { LotTerms } from './lot-terms'

export function LotStory({ lot, published }: { lot: Lot; published: LotState }) {
  const { t } = useTranslation('lot')
  return (
    <div className="grid content-start gap-12 wide:pt-12">
      <Section title={t('description')}>
        <p lang={lot.language} className="max-w-[62ch] pt-4 text-pretty whitespace-pre-line">
          {lot.description}
        </p>
      </Section>
      <Section title={t('specs')}>
        <LotSpecs lot={lot} />
      </Section>
      <Section title={t('terms.title')}>
        <LotTerms lot={lot} published={published} />
      </Section>
      <History lot={lot} published={published} />
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="border-b border-ink pb-2.5 text-28!">{title}</h2>
      {children}
    </section>
  )
}
