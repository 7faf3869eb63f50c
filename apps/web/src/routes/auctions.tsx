import { createFileRoute } from '@tanstack/react-router'

import { CalendarPage } from '@/features/sales/calendar-page'

export const Route = createFileRoute('/auctions')({ component: CalendarPage })
