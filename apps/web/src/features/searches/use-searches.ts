/** The kept searches, and what can be done with one. Each change shows at once. */

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedSearch, SavedSearchPage, SavedSearchPatch } from '@vendue/sdk'
import { listMySavedSearchesOptions } from '@vendue/sdk/react-query'
import { useToast } from '@vendue/ui/toast'

import { useTranslation } from '@/shared/i18n/translation'
import { vendue } from '@/shared/market/vendue'

const options = listMySavedSearchesOptions({ query: { limit: 100 } })

export function useSearches() {
  return useQuery(options)
}

export function useSearchChanges() {
  const { t } = useTranslation('searches')
  const queries = useQueryClient()
  const toast = useToast()
  const show = (change: (items: SavedSearch[]) => SavedSearch[]) =>
    queries.setQueryData<SavedSearchPage>(
      options.queryKey,
      (held) => held && { ...held, items: change(held.items) },
    )
  const failed = () => {
    toast(t('failed'))
    return queries.invalidateQueries({ queryKey: options.queryKey })
  }
  const newest = ({ saved_search_id: id, version }: SavedSearch) =>
    queries
      .getQueryData<SavedSearchPage>(options.queryKey)
      ?.items.find((one) => one.saved_search_id === id)?.version ?? version
  const update = useMutation({
    // One after the other: the next change is made to what the one before has left.
    scope: { id: 'searches' },
    mutationFn: ({ search, change }: { search: SavedSearch; change: SavedSearchPatch }) =>
      vendue.me.updateSavedSearch(search.saved_search_id, { version: newest(search), ...change }),
    onMutate: ({ search, change: { name, alert } }) =>
      show((items) =>
        items.map((one) =>
          one.saved_search_id === search.saved_search_id
            ? { ...one, name: name ?? one.name, alert: alert ?? one.alert }
            : one,
        ),
      ),
    onSuccess: ({ saved_search_id: id, version }) =>
      // What was changed meanwhile is on its way and stays shown.
      show((items) => items.map((one) => (one.saved_search_id === id ? { ...one, version } : one))),
    onError: failed,
  })
  const restore = useMutation({
    mutationFn: ({ name, query, alert }: SavedSearch) =>
      vendue.me.createSavedSearch({ name, query, alert }),
    onSuccess: () => queries.invalidateQueries({ queryKey: options.queryKey }),
    onError: failed,
  })
  const remove = useMutation({
    mutationFn: (search: SavedSearch) => vendue.me.removeSavedSearch(search.saved_search_id),
    onMutate: (search) =>
      show((items) => items.filter((one) => one.saved_search_id !== search.saved_search_id)),
    onSuccess: (_, search) =>
      toast(t('removed', { name: search.name }), () => restore.mutate(search)),
    onError: failed,
  })
  return {
    update: (search: SavedSearch, change: SavedSearchPatch) => update.mutate({ search, change }),
    remove: (search: SavedSearch) => remove.mutate(search),
  }
}
