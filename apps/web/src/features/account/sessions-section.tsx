/** Where somebody is signed in, and how to end that, here or everywhere; and a new password. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LiveSession, Person } from '@vendue/sdk'
import { listMySessionsOptions } from '@vendue/sdk/react-query'
import { Button } from '@vendue/ui/button'
import { End } from '@vendue/ui/clock'
import { Skeleton } from '@vendue/ui/page-states'
import { Badge } from '@vendue/ui/standing'
import { useToast } from '@vendue/ui/toast'
import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'

import { deviceName, isPhone } from './device'
import { Section } from './section'
import { SignOutEverywhere } from './sign-out-everywhere'

const options = listMySessionsOptions({ query: { limit: 100 } })

export function SessionsSection({ me }: { me: Person }) {
  const { t } = useTranslation('account')
  const sessions = useQuery(options)
  const [isAsked, setAsked] = useState(false)
  return (
    <Section id="sessions" title={t('sessions.title')} lead={t('sessions.lead')}>
      {sessions.isPending && <Skeleton className="h-32" />}
      {sessions.isError && sessions.data === undefined && (
        <Problem error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      <ul>
        {sessions.data?.items.map((one) => (
          <SessionRow key={one.session_id} session={one} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3 pt-5">
        <Button onClick={() => setAsked(true)}>{t('sessions.everywhere')}</Button>
        <NewPassword email={me.email} />
      </div>
      <SignOutEverywhere isOpen={isAsked} onClose={() => setAsked(false)} />
    </Section>
  )
}

function SessionRow({ session }: { session: LiveSession }) {
  const { t } = useTranslation('account')
  const end = useEnding()
  const name = deviceName(session.device) || t('sessions.unknown')
  const Icon = isPhone(session.device) ? Smartphone : Monitor
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-center gap-x-4 border-b border-line py-3">
      <Icon size={20} strokeWidth={1.6} aria-hidden="true" className="text-muted" />
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {name}
          {session.is_current && <Badge>{t('sessions.current')}</Badge>}
        </p>
        <p className="text-13 text-muted figures">
          {t('sessions.used')} <End endsAt={session.last_used_at} />
          {session.ip !== null && ` · ${session.ip}`}
        </p>
      </div>
      {!session.is_current && (
        <Button
          size="small"
          className="min-h-11!"
          aria-label={t('sessions.endOne', { name })}
          aria-disabled={end.isPending}
          onClick={() => end.mutate(session.session_id)}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

function useEnding() {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (id: string) => vendue.me.endSession(id),
    onSuccess: () => toast(t('sessions.ended')),
    onError: () => toast(t('failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }),
  })
}

function NewPassword({ email }: { email: string }) {
  const { t } = useTranslation('account')
  const toast = useToast()
  const letter = useMutation({
    mutationFn: () => vendue.accounts.requestPasswordReset({ email }),
    onSuccess: () => toast(t('sessions.letterSent', { email })),
    onError: () => toast(t('failed')),
  })
  return (
    <Button
      look="quiet"
      aria-disabled={letter.isPending}
      onClick={() => {
        if (!letter.isPending) letter.mutate()
      }}
    >
      {t('sessions.password')}
    </Button>
  )
}
