/** Lists that fetch their own pages while they are read. */

interface AnyPage {
  items: unknown[]
  next_cursor: string | null
}

/**
 * A list of the market: iterate over it, and it fetches what comes next.
 *
 * Nothing is asked before the first item is. A second iteration asks again.
 */
export class Pages<Item, Page extends AnyPage & { items: Item[] }> implements AsyncIterable<Item> {
  readonly #fetch: (at: { cursor?: string }) => Promise<Page>
  readonly #start: string | undefined

  constructor(fetch: (at: { cursor?: string }) => Promise<Page>, start?: string) {
    this.#fetch = fetch
    this.#start = start
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for await (const page of this.pages()) yield* page.items
  }

  /** Page by page, for what a page says beside its items. */
  async *pages(): AsyncGenerator<Page> {
    let cursor: string | null | undefined = this.#start
    do {
      const page: Page = await this.#fetch(cursor ? { cursor } : {})
      yield page
      cursor = page.next_cursor
    } while (cursor)
  }

  /** The first page alone. */
  first(): Promise<Page> {
    return this.#fetch(this.#start ? { cursor: this.#start } : {})
  }
}
