/** Everything about one's account: who one is here, what one is told, where one is signed in. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getMeOptions } from '@vendue/sdk/react-query'
import { Skeleton } from '@vendue/ui/page-states'

import { useTranslation } from '@/shared/i18n/translation'
import { OwnPage } from '@/shared/own-page'
import { Problem } from '@/shared/problem'

import { DataSection } from './data-section'
import { NoticesSection } from './notices-section'
import { ProfileSection } from './profile-section'
import { SessionsSection } from './sessions-section'

const OWN_PLACES = [
  ['/me/bids', 'shell.bids'],
  ['/me/watching', 'shell.watching'],
  ['/me/searches', 'shell.searches'],
  ['/me/notifications', 'shell.notifications'],
] as const

export function AccountPage() {
  const { t } = useTranslation(['account', 'common'])
  const me = useQuery(getMeOptions())
  return (
    <OwnPage title={t('title')}>
      {/* On phones these have no other place than the menu. */}
      <nav aria-label={t('places')} className="-mt-4 grid border-t border-ink wide:hidden">
        {OWN_PLACES.map(([to, text]) => (
          <Link key={to} to={to} className="flex min-h-12 items-center border-b border-line">
            {t(`common:${text}`)}
          </Link>
        ))}
      </nav>
      {me.isPending && (
        <div className="grid gap-6" role="status" aria-label={t('common:loading')}>
          <Skeleton className="h-48" />
          <Skeleton className="h-80" />
        </div>
      )}
      {me.isError && me.data === undefined && (
        <Problem error={me.error} onRetry={() => void me.refetch()} />
      )}
      {me.data !== undefined && (
        <>
          <ProfileSection me={me.data} />
          <NoticesSection />
          <SessionsSection me={me.data} />
          <DataSection me={me.data} />
        </>
      )}
    </OwnPage>
  )
}
