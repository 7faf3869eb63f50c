/** Where a connection is made, and as whom. */

/** Where to connect, and the ticket by which the caller is known; a guest has none. */
interface Entrance {
  ticket?: string
  realtime_url: string | null
}

/** What connects: a market, or anything that answers like it. */
export interface Tickets {
  realtime: { createTicket: () => Promise<Entrance> }
  meta?: { get: () => Promise<Entrance> }
  /** A guest needs no ticket, and gets in while the market can give none. */
  isGuest?: () => Promise<boolean>
}

/** Asked before each attempt: a ticket is good once. */
export async function addressOf({ realtime, meta, isGuest }: Tickets): Promise<string> {
  const asGuest = meta && (await isGuest?.())
  const { ticket, realtime_url } = await (asGuest ? meta.get() : realtime.createTicket())
  if (realtime_url === null) throw new Error('This market has no live side.')
  return ticket ? `${realtime_url}?ticket=${encodeURIComponent(ticket)}` : realtime_url
}
