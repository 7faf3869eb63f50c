/** Saves one thing of the profile at a time, in the order in which they were changed. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ProfilePatch } from '@vendue/sdk'

import { saveProfile } from '@/shared/session/save-profile'

export function useSaveProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: ProfilePatch) => saveProfile(queries, change),
    scope: { id: 'profile' },
  })
}
