/** The foot of every page: what binds, and whose clock counts. */

import { Link } from '@tanstack/react-router'
import { useSurroundings } from '@vendue/ui/language'
import { zoneName } from '@vendue/ui/values/time'
import { useTranslation } from '@/shared/i18n/translation'

const LEGAL = [
  ['/legal/terms', 'shell.terms'],
  ['/legal/withdrawal', 'shell.withdrawal'],
  ['/legal/privacy', 'shell.privacy'],
  ['/legal/imprint', 'shell.imprint'],
  ['/how-bidding-works', 'shell.how'],
] as const

export function Footer() {
  const { t } = useTranslation()
  const { timeZone, now } = useSurroundings()
  return (
    <footer className="mt-18 border-t border-line py-6 text-13 text-muted wide:pb-12">
      <div className="wrap flex flex-wrap items-center gap-x-6 gap-y-1">
        {LEGAL.map(([to, text]) => (
          <Link key={to} to={to} className="inline-flex min-h-11 items-center hover:text-ink">
            {t(text)}
          </Link>
        ))}
        <span className="wide:ms-auto">
          {t('shell.serverTime', { zone: zoneName(now(), timeZone) })}
        </span>
      </div>
    </footer>
  )
}
