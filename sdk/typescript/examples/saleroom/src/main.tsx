import { QueryClientProvider } from '@tanstack/react-query'
import { RealtimeProvider } from '@vendue/sdk/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries, realtime, session } from './market'
import { Saleroom } from './saleroom'

await session.resume()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RealtimeProvider realtime={realtime}>
        <Saleroom session={session} />
      </RealtimeProvider>
    </QueryClientProvider>
  </StrictMode>,
)
