/** What the market keeps about the person, said plainly, and who may be asked about it. */

import { Link } from '@tanstack/react-router'
import type { Person } from '@vendue/sdk'
import { useSurroundings } from '@vendue/ui/language'
import { format } from '@vendue/ui/values/time'

import { RichText, useTranslation } from '@/shared/i18n/translation'
import { useMeta } from '@/shared/market/meta'

import { Section } from './section'

export function DataSection({ me }: { me: Person }) {
  const { t } = useTranslation('account')
  const { language, timeZone } = useSurroundings()
  const operator = useMeta()?.operator
  const day = (at: string) => format(Date.parse(at), language, { timeZone, dateStyle: 'long' })
  const facts = [
    ['email', me.email],
    ['opened', day(me.created_at)],
    [
      'confirmed',
      me.email_confirmed_at === null ? t('data.unconfirmed') : day(me.email_confirmed_at),
    ],
    ['terms', me.terms_version],
  ] as const
  return (
    <Section id="data" title={t('data.title')} lead={t('data.lead')}>
      <dl className="ledger text-16!">
        {facts.map(([name, value]) => (
          <div key={name} className="flex-wrap border-b border-line py-2.5!">
            <dt>{t(`data.${name}`)}</dt>
            <dd className="break-all whitespace-normal!">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid max-w-160 gap-3 pt-5 text-14 text-muted">
        <p>{t('data.bids')}</p>
        <p>{t('data.device')}</p>
        <p>
          <RichText
            text={
              operator?.email ? t('data.ask', { email: operator.email }) : t('data.askSomebody')
            }
            parts={{ privacy: <Link to="/legal/privacy" className="link" /> }}
          />
        </p>
      </div>
    </Section>
  )
}
