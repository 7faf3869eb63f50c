/** Saves one thing of the profile at a time, in the order in which they were changed. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Person, ProfilePatch } from '@vendue/sdk'
import { getMeQueryKey } from '@vendue/sdk/react-query'

import { isRefusal } from '@/shared/forms/refusals'
import { vendue } from '@/shared/market/vendue'

export function useSaveProfile() {
  const queries = useQueryClient()
  const queryKey = getMeQueryKey()
  const save = async (change: ProfilePatch): Promise<Person> => {
    const held = queries.getQueryData<Person>(queryKey) ?? (await vendue.me.get())
    try {
      return await vendue.me.update({ version: held.version, ...change })
    } catch (error) {
      if (!isRefusal(error, 'stale')) throw error
      // Another tab changed something else meanwhile; what was meant here is still meant.
      const { version } = await vendue.me.get()
      return vendue.me.update({ version, ...change })
    }
  }
  return useMutation({
    mutationFn: save,
    scope: { id: 'profile' },
    onSuccess: (person) => queries.setQueryData(queryKey, person),
  })
}
