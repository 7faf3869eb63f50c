import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'

import { queryClient } from '@/shared/market/query-client'

afterEach(() => onlineManager.setOnline(true))

test('without a connection what is asked fails, and waits for nobody', async () => {
  onlineManager.setOnline(false)
  const failing = queryClient.fetchQuery({
    queryKey: ['offline'],
    queryFn: () => Promise.reject(new Error('no connection')),
  })
  await expect(failing).rejects.toThrow('no connection')
  const options = { mutationFn: () => Promise.reject(new Error('not sent')) }
  const change = queryClient.getMutationCache().build(queryClient, options)
  await expect(change.execute(undefined)).rejects.toThrow('not sent')
})
