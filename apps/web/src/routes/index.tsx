import { createFileRoute } from '@tanstack/react-router'

import { HomePage } from '@/features/home/home-page'
import { CATEGORIES, NEXT_LOTS, SALES } from '@/features/home/queries'
import { prepare } from '@/shared/i18n/texts'

export const Route = createFileRoute('/')({
  loader: ({ context: { queryClient } }) => {
    // Not waited for: the page shows what is missing itself.
    prepare('home')
    void queryClient.prefetchQuery(NEXT_LOTS)
    void queryClient.prefetchQuery(SALES)
    void queryClient.prefetchQuery(CATEGORIES)
  },
  component: HomePage,
})
