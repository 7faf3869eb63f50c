import { createFileRoute } from '@tanstack/react-router'

import { present, readFilters } from '@/features/search/filters'
import { lotsFound } from '@/features/search/queries'
import { SearchPage } from '@/features/search/search-page'
import { prepare } from '@/shared/i18n/texts'

export const Route = createFileRoute('/search')({
  validateSearch: readFilters,
  loader: ({ context: { queryClient }, location }) => {
    // Not waited for: the page shows what is missing itself.
    prepare('search')
    void queryClient.prefetchInfiniteQuery(lotsFound(readFilters(location.search)))
  },
  component: SearchRoute,
})

function SearchRoute() {
  const filters = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <SearchPage
      filters={filters}
      onChange={(change) =>
        void navigate({
          search: (before) => present(change(before)),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}
