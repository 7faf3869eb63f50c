import { createFileRoute } from '@tanstack/react-router'

import { WatchingPage } from '@/features/watching/watching-page'

export const Route = createFileRoute('/me/watching')({ component: WatchingPage })
