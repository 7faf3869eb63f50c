/** The rest of a list, page by page. Where it does not come, what is here stays. */

import { Button } from '@vendue/ui/button'

import { useTranslation } from './i18n/translation'
import { Problem } from './problem'

/** What an infinite query says of what comes after its pages. */
export interface Continued {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly isFetchNextPageError: boolean
  readonly error: unknown
  readonly fetchNextPage: () => Promise<unknown>
}

export function More({ list }: { list: Continued }) {
  const { t } = useTranslation()
  if (!list.hasNextPage) return null
  const isWaiting = list.isFetchingNextPage
  return (
    <div className="mt-6 grid justify-items-center gap-4 border-t border-line pt-6">
      {list.isFetchNextPageError && <Problem error={list.error} />}
      <Button
        aria-disabled={isWaiting}
        onClick={() => {
          if (!isWaiting) void list.fetchNextPage()
        }}
      >
        {t(isWaiting ? 'loading' : 'more')}
      </Button>
    </div>
  )
}
