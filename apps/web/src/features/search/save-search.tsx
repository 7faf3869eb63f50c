/** Keep a search, and hear from it once a day. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { isProblem, type SavedQueryIn, type SavedSearch } from '@vendue/sdk'
import { listMySavedSearchesOptions, listMySavedSearchesQueryKey } from '@vendue/sdk/react-query'
import { Button } from '@vendue/ui/button'
import { useToast } from '@vendue/ui/toast'
import { Bookmark } from 'lucide-react'
import { useTranslation } from '@/shared/i18n/translation'

import { vendue } from '@/shared/market/vendue'
import { useBackHere } from '@/shared/session/back'
import { session, useIsSignedIn } from '@/shared/session/session'

import { countingOf, type Filters } from './filters'

const MINE = { query: { limit: 100 } }

export function SaveSearch({ filters, name }: { filters: Filters; name: string }) {
  const { t } = useTranslation('search')
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const back = useBackHere()
  const isSignedIn = useIsSignedIn()
  const mine = useQuery({ ...listMySavedSearchesOptions(MINE), enabled: isSignedIn })
  const query = countingOf(filters)
  const renew = () => queries.invalidateQueries({ queryKey: listMySavedSearchesQueryKey() })
  const remove = useMutation({
    mutationFn: (id: string) => vendue.me.removeSavedSearch(id),
    onSettled: renew,
  })
  const save = useMutation({
    mutationFn: () => vendue.me.createSavedSearch({ name, query, alert: 'daily' }),
    onSuccess: ({ saved_search_id: id }) => toast(t('save.saved'), () => remove.mutate(id)),
    onError: (error) =>
      toast(t(isProblem(error, 'too_many_saved_searches') ? 'save.full' : 'save.failed')),
    onSettled: renew,
  })
  if (isSignedIn && mine.data?.items.some((one) => isSame(one, query))) {
    return (
      <p className="flex min-h-11 items-center gap-2.5 text-14">
        <Bookmark size={20} aria-hidden="true" className="fill-current text-accent" />
        <span className="text-muted">{t('save.isSaved')}</span>
        <Link to="/me/searches" className="link py-3">
          {t('save.change')}
        </Link>
      </p>
    )
  }
  const press = async () => {
    // Who it is may just be being asked; nobody is sent to sign in who has.
    if (session.isSignedIn() || (await session.resume())) save.mutate()
    else await navigate({ to: '/sign-in', search: back })
  }
  return (
    <Button onClick={() => void press()} disabled={save.isPending}>
      <Bookmark size={20} strokeWidth={1.6} aria-hidden="true" />
      {t('save.button')}
    </Button>
  )
}

/** Whether a kept search asks for just this. */
function isSame({ query }: SavedSearch, asked: SavedQueryIn): boolean {
  return written(query) === written({ status: 'live', ...asked })
}

function written(query: object): string {
  const said = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && String(value) !== '')
    .map(([name, value]) => `${name}=${[value].flat().toSorted().join()}`)
  return said.toSorted().join('&')
}
