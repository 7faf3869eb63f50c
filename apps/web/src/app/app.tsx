/** Everything that surrounds the pages. */

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { SurroundingsProvider } from '@vendue/ui/language'
import { ToastProvider } from '@vendue/ui/toast'
import { Suspense, useMemo } from 'react'

import { useLanguage } from '@/shared/i18n/use-language'
import { serverNow } from '@/shared/live/live'
import { LiveProvider } from '@/shared/live/live-provider'
import { queryClient } from '@/shared/market/query-client'
import { useTimeZone } from '@/shared/session/time-zone'

import { NewerVersion } from './newer-version'
import { router } from './router'
import { useOwnLanguage } from './use-own-language'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LiveProvider>
        <Surroundings />
      </LiveProvider>
    </QueryClientProvider>
  )
}

function Surroundings() {
  const language = useLanguage()
  const timeZone = useTimeZone()
  useOwnLanguage()
  const value = useMemo(() => ({ language, timeZone, now: serverNow }), [language, timeZone])
  return (
    <SurroundingsProvider value={value}>
      <ToastProvider standing={<NewerVersion />}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </ToastProvider>
    </SurroundingsProvider>
  )
}
