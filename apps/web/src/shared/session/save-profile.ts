/** Saves a change to the profile, on the newest version of it. */

import type { QueryClient } from '@tanstack/react-query'
import { isProblem, type Person, type ProfilePatch } from '@vendue/sdk'
import { getMeQueryKey } from '@vendue/sdk/react-query'

import { vendue } from '../market/vendue'

export async function saveProfile(queries: QueryClient, change: ProfilePatch): Promise<Person> {
  const queryKey = getMeQueryKey()
  // An older answer on its way would undo on the page what is changed here.
  await queries.cancelQueries({ queryKey })
  const held = queries.getQueryData<Person>(queryKey) ?? (await vendue.me.get())
  const person = await vendue.me
    .update({ version: held.version, ...change })
    .catch(async (error) => {
      if (!isProblem(error, 'stale')) throw error
      // Another tab changed something else meanwhile; what was meant here is still meant.
      const { version } = await vendue.me.get()
      return vendue.me.update({ version, ...change })
    })
  queries.setQueryData(queryKey, person)
  return person
}
