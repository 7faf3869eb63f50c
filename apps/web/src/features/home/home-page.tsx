/** The room as it is now: the lot under the hammer, those that follow, and what is sold here. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/shared/i18n/translation'

import { PageTitle } from '@/shared/page-title'

import { CategoryIndex } from './category-index'
import { FeaturedSale } from './featured-sale'
import { Hall } from './hall'
import { HowItWorks } from './how-it-works'
import { CATEGORIES, SALES } from './queries'
import { useRoom } from './use-room'

export function HomePage() {
  const { t } = useTranslation('home')
  const room = useRoom()
  const auctions = useQuery(SALES)
  const categories = useQuery(CATEGORIES)
  const featured = auctions.data?.items.find(({ lot_count }) => lot_count > 1)
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <Hall room={room} />
      {featured !== undefined && <FeaturedSale auction={featured} />}
      <CategoryIndex categories={categories} />
      <HowItWorks />
    </>
  )
}
