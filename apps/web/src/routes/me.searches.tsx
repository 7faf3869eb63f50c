import { createFileRoute } from '@tanstack/react-router'

import { SearchesPage } from '@/features/searches/searches-page'

export const Route = createFileRoute('/me/searches')({ component: SearchesPage })
