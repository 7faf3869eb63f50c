/** Which news stand in the bell, which also come by letter, and how long before a lot's end. */

import { type Mutation, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  EndingNotice,
  NotificationChannels,
  NotificationPreferences,
  NotificationPreferencesPatch,
} from '@vendue/sdk'
import { getNotificationPreferencesOptions } from '@vendue/sdk/react-query'
import { Tick } from '@vendue/ui/facet'
import { Skeleton } from '@vendue/ui/page-states'
import { useToast } from '@vendue/ui/toast'
import { useState } from 'react'

import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'
import { Problem } from '@/shared/problem'

import { SavedNote } from './saved-note'
import { Section } from './section'

const CHANNELS = ['in_app', 'email'] as const
const NOTICES: readonly EndingNotice[] = ['quarter_hour', 'hour']

export function NoticesSection() {
  const { t } = useTranslation('account')
  const chosen = useQuery(getNotificationPreferencesOptions())
  const { preferences, change, isSaved } = useChange(chosen.data)
  return (
    <Section id="notices" title={t('notices.title')} lead={t('notices.lead')}>
      {chosen.isPending && <Skeleton className="h-80" />}
      {chosen.isError && chosen.data === undefined && (
        <Problem error={chosen.error} onRetry={() => void chosen.refetch()} />
      )}
      {preferences !== undefined && (
        <div className="grid gap-6">
          <Matrix channels={preferences.channels} onChange={change} />
          <fieldset>
            <legend className="pb-1 text-14 font-medium">{t('notices.ending')}</legend>
            {NOTICES.map((notice) => (
              <Tick
                key={notice}
                radio="ending-notice"
                label={t(`notices.${notice}`)}
                isChecked={preferences.ending_notice === notice}
                onChange={() => change({ ending_notice: notice })}
              />
            ))}
          </fieldset>
          <SavedNote isSaved={isSaved} />
        </div>
      )}
    </Section>
  )
}

interface MatrixProps {
  readonly channels: readonly NotificationChannels[]
  readonly onChange: (change: NotificationPreferencesPatch) => void
}

function Matrix({ channels, onChange }: MatrixProps) {
  const { t, exists } = useTranslation('account')
  // Kinds may be added to the market after this page was made: those have no name here.
  const known = channels.filter(({ kind }) => exists(`account:notices.kind.${kind}`))
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('notices.what')}</th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col" className="w-20 text-center! wide:w-28">
              {t(`notices.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {known.map((row) => (
          <tr key={row.kind}>
            <th
              scope="row"
              className="border-line! py-1! align-middle! text-14! text-wrap! text-ink!"
            >
              {t(`notices.kind.${row.kind}`)}
            </th>
            {CHANNELS.map((channel) => (
              <td key={channel} className="px-0! py-0!">
                <label className="tick justify-center min-h-11!">
                  <span className="visually-hidden">
                    {t(`notices.kind.${row.kind}`)}: {t(`notices.${channel}`)}
                  </span>
                  <input
                    type="checkbox"
                    checked={row[channel]}
                    onChange={(event) =>
                      onChange({ channels: [{ kind: row.kind, [channel]: event.target.checked }] })
                    }
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The changes of this page queue in it, and are told from all others by it. */
const QUEUE = { id: 'notices' }

/** A change shows at once; one after the other reaches the market, each on the newest version. */
function useChange(saved: NotificationPreferences | undefined) {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const toast = useToast()
  const [asked, setAsked] = useState<NotificationPreferences>()
  const { queryKey } = getNotificationPreferencesOptions()
  const saving = useMutation({
    scope: QUEUE,
    mutationFn: async (change: NotificationPreferencesPatch) => {
      const held = queries.getQueryData<NotificationPreferences>(queryKey)
      const { version } = held ?? (await vendue.me.getNotificationPreferences())
      return vendue.me.updateNotificationPreferences({ version, ...change })
    },
    onSuccess: (preferences) => queries.setQueryData(queryKey, preferences),
    onError: () => {
      toast(t('failed'))
      return queries.invalidateQueries({ queryKey })
    },
    onSettled: () => {
      // With the last of them the market says what holds.
      const isOurs = ({ options }: Mutation) => options.scope === QUEUE
      if (queries.isMutating({ predicate: isOurs }) <= 1) setAsked(undefined)
    },
  })
  const preferences = asked ?? saved
  const change = (what: NotificationPreferencesPatch) => {
    setAsked(preferences && shown(preferences, what))
    saving.mutate(what)
  }
  return { preferences, change, isSaved: saving.isSuccess }
}

function shown(
  held: NotificationPreferences,
  { channels = [], ending_notice = held.ending_notice }: NotificationPreferencesPatch,
): NotificationPreferences {
  const changed = held.channels.map((row) => {
    const asked = channels.find(({ kind }) => kind === row.kind)
    return {
      ...row,
      in_app: asked?.in_app ?? row.in_app,
      email: asked?.email ?? row.email,
    }
  })
  return { ...held, channels: changed, ending_notice }
}
