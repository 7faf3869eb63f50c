/** Bidding in three sentences. */

import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/shared/i18n/translation'

const STEPS = [1, 2, 3] as const

export function HowItWorks() {
  const { t } = useTranslation('home')
  return (
    <section className="wrap" aria-label={t('how.title')}>
      <ol className="mt-12 grid gap-4 wide:mt-18 wide:grid-cols-3 wide:gap-12 wide:border-t wide:border-ink wide:pt-6">
        {STEPS.map((step) => (
          <li key={step} className="flex items-baseline gap-3">
            <b className="font-display text-28 leading-none font-light lining-nums">{step}</b>
            <span>{t(`how.${step}`)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-6">
        <Link to="/how-bidding-works" className="link inline-block py-2.5 text-14">
          {t('how.more')}
        </Link>
      </p>
    </section>
  )
}
