/** Every category at the top of the tree, as in the index of a catalogue. */

import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CategoryTree, VendueError } from '@vendue/sdk'
import { Skeleton } from '@vendue/ui/page-states'
import { formatCount } from '@vendue/ui/values/money'
import { counted } from '@/shared/i18n/plural'
import { useTranslation } from '@/shared/i18n/translation'
import { localName, useLanguage } from '@/shared/i18n/use-language'
import { Problem } from '@/shared/problem'

export function CategoryIndex({
  categories,
}: {
  categories: UseQueryResult<CategoryTree, VendueError>
}) {
  const { t } = useTranslation(['home', 'common'])
  const language = useLanguage()
  const roots = (categories.data?.items ?? [])
    .filter(({ parent }) => parent === null)
    .sort((a, b) => localName(a, language).localeCompare(localName(b, language), language))
  const total = roots.reduce((sum, { lot_count }) => sum + lot_count, 0)
  return (
    <section className="wrap pt-12 wide:pt-18" aria-labelledby="categories">
      <div className="mb-6 flex items-baseline justify-between gap-4 border-b border-ink pb-3">
        <h2 id="categories">{t('categories')}</h2>
        {total > 0 && (
          <span className="text-14 text-muted figures">{t('common:lots', counted(total))}</span>
        )}
      </div>
      {categories.isPending && <Skeleton className="h-60 wide:h-36" />}
      {categories.isError && (
        <Problem error={categories.error} onRetry={() => void categories.refetch()} />
      )}
      <nav aria-labelledby="categories" className="wide:columns-3 wide:gap-12">
        {roots.map((category) => (
          <Link
            key={category.category_id}
            to="/category/$slug"
            params={{ slug: category.slug }}
            className="flex min-h-11 break-inside-avoid items-baseline gap-3 border-b border-line py-2.5 font-display text-22 font-medium hover:text-accent"
          >
            {localName(category, language)}
            <span className="ms-auto font-text text-14 font-normal text-muted figures">
              {formatCount(category.lot_count)}
            </span>
          </Link>
        ))}
      </nav>
    </section>
  )
}
