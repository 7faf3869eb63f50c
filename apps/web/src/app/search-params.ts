/** The part of an address after "?", written as the market's own addresses are: repeated names. */

export type Params = Record<string, string | string[]>

/** "?condition=good&condition=fair" is `{ condition: ['good', 'fair'] }`; nothing is turned into numbers. */
export function parseParams(text: string): Params {
  const params: Params = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const before = params[name]
    params[name] = before === undefined ? value : [before, value].flat()
  }
  return params
}

export function stringifyParams(params: Record<string, unknown>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null) written.append(name, String(one))
    }
  }
  const text = written.toString()
  return text === '' ? '' : `?${text}`
}
