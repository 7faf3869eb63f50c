/** How long is left, and when that is. All moments are milliseconds of the server's clock. */

import { type Language, WORDS } from './language'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The last minute, in which alone a clock and its hammer line take colour. */
export const CLOSING_MS = MINUTE

/** "2 d 04 h" over a day, "5 h 12 min" over an hour, then minutes and seconds. */
export function formatLeft(leftMs: number, language: Language): string {
  const words = WORDS[language]
  // Rounded up: the clock shows zero when the lot closes, and not a second before.
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND))
  const minutes = Math.floor(seconds / 60)
  if (seconds >= DAY / SECOND) {
    const hours = Math.floor(minutes / 60)
    return `${Math.floor(hours / 24)} ${words.days} ${two(hours % 24)} ${words.hours}`.replaceAll(
      ' ',
      '\u00A0',
    )
  }
  if (seconds >= HOUR / SECOND) {
    return `${Math.floor(minutes / 60)} ${words.hours} ${two(minutes % 60)} ${words.minutes}`.replaceAll(
      ' ',
      '\u00A0',
    )
  }
  return `${two(minutes)}:${two(seconds % 60)}`
}

/** Whether the last minute has begun, and the end has not. */
export function isClosing(leftMs: number): boolean {
  return leftMs > 0 && leftMs <= CLOSING_MS
}

/** The share of the last minute that is left, from 1 to 0. */
export function shareLeft(leftMs: number): number {
  return Math.min(1, Math.max(0, leftMs / CLOSING_MS))
}

/** "20:02:14", with the day before it where that is not today: "Mon 22:10", "29 Nov, 18:00". */
export function formatEnd(at: number, now: number, language: Language, timeZone: string): string {
  const day = (moment: number) => format(moment, language, { timeZone, dateStyle: 'short' })
  if (day(at) === day(now)) {
    return format(at, language, { timeZone, ...CLOCK, second: '2-digit' })
  }
  const isSoon = at > now && at - now < 6 * DAY
  return isSoon
    ? format(at, language, { timeZone, ...CLOCK, weekday: 'short' })
    : format(at, language, { timeZone, ...CLOCK, day: 'numeric', month: 'short' })
}

/** A clock on the wall, with seconds: "19:58:21". */
export function formatWall(at: number, language: Language, timeZone: string): string {
  return format(at, language, { timeZone, ...CLOCK, second: '2-digit' })
}

/** The zone's short name at that moment: "EET". */
export function zoneName(at: number, timeZone: string): string {
  // The names that Latvian data has are the ones used in Europe; English data says "GMT+2".
  const parts = formatter('lv-LV', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const LOCALES: Record<Language, string> = { lv: 'lv-LV', en: 'en-GB', ru: 'ru-RU' }

/** A moment in the person's language and zone. */
export function format(
  at: number,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatter(LOCALES[language], options).format(at)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

function two(value: number): string {
  return value.toString().padStart(2, '0')
}
