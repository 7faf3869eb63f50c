/** Where the market of the journeys stands, and the browser they are made in. */

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export const MARKET_URL = needed('VENDUE_E2E_URL')
/** The folder of the market's local state: its accounts and its letters. */
export const STATE = needed('VENDUE_E2E_STATE')

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser that CHROMIUM names, or the one on PATH. */
export function browserPath(): string {
  const { CHROMIUM, PATH = '' } = process.env
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const found = [...(CHROMIUM === undefined ? [] : [CHROMIUM]), ...places].find(isProgram)
  if (found === undefined) throw new Error('There is no Chromium on PATH; CHROMIUM may name one.')
  return found
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: see "make test ARGS=tests/e2e".`)
  return value
}
