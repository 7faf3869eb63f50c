import { createFileRoute } from '@tanstack/react-router'

import { ComparePage } from '@/features/compare/compare-page'
import { MOST_COMPARED, useComparison } from '@/shared/lots/comparison'

const IDENTIFIER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface CompareSearch {
  readonly lots?: readonly string[]
}

export const Route = createFileRoute('/compare')({
  validateSearch: ({ lots }: Record<string, unknown>): CompareSearch => {
    const named = [lots].flat().filter((lot): lot is string => IDENTIFIER.test(String(lot)))
    return named.length === 0 ? {} : { lots: [...new Set(named)].slice(0, MOST_COMPARED) }
  },
  component: CompareRoute,
})

function CompareRoute() {
  const { lots = [] } = Route.useSearch()
  const navigate = Route.useNavigate()
  const { lotIds, toggle } = useComparison()
  const remove = (lotId: string) => {
    if (lotIds.includes(lotId)) toggle(lotId)
    const left = lots.filter((other) => other !== lotId)
    void navigate({ search: left.length === 0 ? {} : { lots: left }, replace: true })
  }
  return <ComparePage lotIds={lots} onRemove={remove} />
}
