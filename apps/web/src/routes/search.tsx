import { createFileRoute } from '@tanstack/react-router'

import { readFilters } from '@/features/search/filters'
import { SearchPage } from '@/features/search/search-page'

export const Route = createFileRoute('/search')({
  validateSearch: readFilters,
  component: SearchRoute,
})

function SearchRoute() {
  const filters = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <SearchPage
      filters={filters}
      onChange={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
    />
  )
}
