import { createFileRoute } from '@tanstack/react-router'

import { type Filters, present, readFilters } from '@/features/search/filters'
import { SearchPage } from '@/features/search/search-page'

export const Route = createFileRoute('/category/$slug')({
  validateSearch: (search) => {
    const { category: _, ...rest } = readFilters(search)
    return rest
  },
  component: CategoryRoute,
})

function CategoryRoute() {
  const { slug } = Route.useParams()
  const rest = Route.useSearch()
  const navigate = Route.useNavigate()
  const change = (how: (before: Filters) => Filters) => {
    const of = (before: Filters) => present(how({ ...before, category: slug }))
    const { category } = of(rest)
    const search = (before: Filters) => {
      const { category: _, ...others } = of(before)
      return others
    }
    // The category is the page: another one, or none, is another page.
    void (category === undefined
      ? navigate({ to: '/search', search, resetScroll: false })
      : navigate({
          to: '/category/$slug',
          params: { slug: category },
          search,
          replace: category === slug,
          resetScroll: false,
        }))
  }
  return <SearchPage filters={{ ...rest, category: slug }} onChange={change} />
}
