/** Watch a lot, or stop: it takes effect at once and can be undone. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { isProblem, operations } from '@vendue/sdk'
import { listWatchedLotsQueryKey } from '@vendue/sdk/react-query'
import { useToast } from '@vendue/ui/toast'
import { Bookmark } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { client } from '../market/client'
import { useBackHere } from '../session/back'
import { session } from '../session/session'
import { useWatched } from './watched'

/** Whether the person watches a lot, and what changes it. */
function useWatch(lotId: string) {
  const { t } = useTranslation()
  const toast = useToast()
  const queries = useQueryClient()
  const isListed = useWatched().data?.some((lot) => lot.lot_id === lotId) ?? false
  const change = useMutation({
    mutationFn: async (isWatched: boolean) => {
      const call = { client, path: { lot_id: lotId }, throwOnError: true } as const
      await (isWatched ? operations.watchLot(call) : operations.unwatchLot(call))
    },
    onError: (error) =>
      toast(t(isProblem(error, 'too_many_watched') ? 'watch.full' : 'watch.failed')),
    onSettled: () => queries.invalidateQueries({ queryKey: listWatchedLotsQueryKey() }),
  })
  const set = (isWatched: boolean) =>
    change.mutate(isWatched, {
      onSuccess: () => {
        if (isWatched) toast(t('watch.started'), () => change.mutate(false))
        else toast(t('watch.stopped'), () => change.mutate(true))
      },
    })
  // Until the server has answered, what was asked for is shown.
  return { isWatched: change.isPending ? change.variables : isListed, set }
}

/** The same for a button: a guest is led to sign in, and back. */
export function useWatchPress(lotId: string) {
  const navigate = useNavigate()
  const back = useBackHere()
  const { isWatched, set } = useWatch(lotId)
  const press = async () => {
    // Who it is may just be being asked; nobody is sent to sign in who has.
    if (session.isSignedIn() || (await session.resume())) set(!isWatched)
    else await navigate({ to: '/sign-in', search: back })
  }
  return { isWatched, press: () => void press() }
}

export function WatchButton({ lotId, title }: { lotId: string; title: string }) {
  const { t } = useTranslation()
  const { isWatched, press } = useWatchPress(lotId)
  return (
    <button
      type="button"
      className="watch-button"
      aria-pressed={isWatched}
      aria-label={t(isWatched ? 'watch.stop' : 'watch.start', { title })}
      onClick={press}
    >
      <Bookmark size={20} strokeWidth={1.6} aria-hidden="true" />
    </button>
  )
}
