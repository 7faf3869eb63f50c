/** Who the caller is: nobody, an API key, or a person whose token is renewed once for all who wait. */

export interface CredentialOptions {
  /** The access token to send now, if there is one. */
  getToken?: () => string | null | undefined | Promise<string | null | undefined>
  /** Gets a new token for `getToken` to answer with. Never runs twice at once. */
  refresh?: () => Promise<unknown>
  /** A program's key, sent instead of a person's token. */
  apiKey?: string
}

export class Credentials {
  readonly #options: CredentialOptions
  #refreshing: Promise<boolean> | undefined

  constructor(options: CredentialOptions) {
    this.#options = options
  }

  /** What to send now. */
  async token(): Promise<string | null> {
    const { apiKey, getToken } = this.#options
    return apiKey ?? (await getToken?.()) ?? null
  }

  /** Another token than the one refused, or null where there is none to be had. */
  async renewed(refused: string): Promise<string | null> {
    if (!this.#options.refresh) return null
    const current = await this.token()
    // Somebody else's call was refused first, and a new token is here already.
    if (current !== null && current !== refused) return current
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined
    })
    if (!(await this.#refreshing)) return null
    const token = await this.token()
    return token === refused ? null : token
  }

  async #refresh(): Promise<boolean> {
    try {
      await this.#options.refresh?.()
      return true
    } catch {
      // The call that was refused says so itself; why the session is over is its owner's to tell.
      return false
    }
  }
}
