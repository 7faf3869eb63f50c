/** A legal text: its parts under headings, with the operator's facts where they belong. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Meta } from '@vendue/sdk'
import { InfoNotice, Skeleton } from '@vendue/ui/page-states'

import { filled } from '@/shared/i18n/texts'
import { useTranslation } from '@/shared/i18n/translation'
import { metaOptions } from '@/shared/market/meta'
import { PageTitle } from '@/shared/page-title'
import { Problem } from '@/shared/problem'

import { FACTS, factsOf, missingFacts } from './facts'

const TEXTS = ['terms', 'privacy', 'withdrawal', 'imprint'] as const
export type LegalText = (typeof TEXTS)[number]

interface Part {
  readonly title: string
  readonly text: readonly string[]
}

export function LegalPage({ text }: { text: LegalText }) {
  const { t } = useTranslation(['legal', 'common'])
  const meta = useQuery(metaOptions)
  const title = t(`${text}.title`)
  return (
    <div className="wrap grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 pt-6 wide:grid-cols-[248px_minmax(0,1fr)] wide:pt-8">
      <PageTitle>{title}</PageTitle>
      <LegalNavigation text={text} />
      <article className="grid max-w-180 grid-cols-[minmax(0,1fr)] content-start gap-8">
        <header className="grid gap-3 border-b border-ink pb-4">
          <h1>{title}</h1>
          <p className="text-muted">{t(`${text}.lead`)}</p>
        </header>
        {meta.isPending && <Skeleton className="h-96" />}
        {meta.isError && meta.data === undefined && (
          <Problem error={meta.error} onRetry={() => void meta.refetch()} />
        )}
        {meta.data !== undefined && <Body text={text} meta={meta.data} />}
      </article>
    </div>
  )
}

function LegalNavigation({ text }: { text: LegalText }) {
  const { t } = useTranslation('legal')
  const parts = usePartsOf(text)
  return (
    <div className="order-last text-14 wide:order-none">
      <nav aria-label={t('pages')} className="border-t border-ink">
        {TEXTS.map((one) => (
          <Link
            key={one}
            to={`/legal/${one}`}
            className="flex min-h-11 items-center border-b border-line text-muted hover:text-ink data-[status=active]:font-[560] data-[status=active]:text-ink"
          >
            {t(`${one}.title`)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t('contents')} className="hidden pt-8 wide:block">
        <p className="pb-1 text-13 text-muted">{t('contents')}</p>
        <ol>
          {parts.map(({ title }, place) => (
            <li key={title}>
              <a href={`#part-${place + 1}`} className="block py-1.5 text-muted hover:text-ink">
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  )
}

function Body({ text, meta }: { text: LegalText; meta: Meta }) {
  const { t } = useTranslation('legal')
  const parts = usePartsOf(text)
  const facts = factsOf(meta.operator, (fact) => t('unset', { fact: t(`facts.${fact}`) }))
  const values = { ...facts, years: meta.minimum_age }
  return (
    <>
      <TemplateNotice meta={meta} />
      {text === 'imprint' && <OperatorFacts meta={meta} />}
      {parts.map((part, place) => (
        <section key={part.title} id={`part-${place + 1}`} className="grid scroll-mt-6 gap-3">
          <h2 className="font-display text-22! font-medium">{part.title}</h2>
          {part.text.map((paragraph) => (
            <p key={paragraph} className="leading-relaxed">
              {filled(paragraph, values)}
            </p>
          ))}
        </section>
      ))}
      {(text === 'terms' || text === 'privacy') && (
        <p className="border-t border-line pt-4 text-14 text-muted figures">
          {t('version', { version: meta.legal[text] })}
        </p>
      )}
    </>
  )
}

function TemplateNotice({ meta }: { meta: Meta }) {
  const { t } = useTranslation('legal')
  const missing = missingFacts(meta.operator).map((fact) => t(`facts.${fact}`))
  return (
    <InfoNotice>
      <p className="font-semibold">{t('template.title')}</p>
      <p className="text-muted">{t('template.text')}</p>
      {missing.length > 0 && (
        <p className="pt-1 text-muted">{t('missing', { facts: missing.join(', ') })}</p>
      )}
    </InfoNotice>
  )
}

function OperatorFacts({ meta }: { meta: Meta }) {
  const { t } = useTranslation('legal')
  return (
    <dl className="ledger border-t border-ink text-16!">
      {FACTS.map((fact) => (
        <div key={fact} className="flex-wrap border-b border-line py-2.5!">
          <dt className="first-letter:uppercase">{t(`facts.${fact}`)}</dt>
          <dd className="whitespace-normal!">
            {meta.operator[fact] ?? <span className="text-muted">–</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The parts of a text, in the language that is spoken. */
function usePartsOf(text: LegalText): readonly Part[] {
  const { t } = useTranslation('legal')
  return t(`${text}.sections`, { returnObjects: true })
}
