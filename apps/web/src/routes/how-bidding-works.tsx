import { createFileRoute } from '@tanstack/react-router'

import { HowPage } from '@/features/how/how-page'

export const Route = createFileRoute('/how-bidding-works')({ component: HowPage })
