// @vitest-environment node
import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

const CSS = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8')
const TOKEN =
  /--color-([a-z-]+): light-dark\(oklch\(([\d.]+) ([\d.]+) ([\d.]+)\), oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)\)/g

type Colour = readonly [lightness: number, chroma: number, hue: number]

const tokens = { light: new Map<string, Colour>(), dark: new Map<string, Colour>() }
for (const [, name = '', ...numbers] of CSS.matchAll(TOKEN)) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.map(Number)
  tokens.light.set(name, [a, b, c])
  tokens.dark.set(name, [d, e, f])
}

/** Linear sRGB of an OKLCH colour (Ottosson's matrices). */
function linear([lightness, chroma, hue]: Colour): number[] {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = linear(colour).map((part) => Math.min(1, Math.max(0, part)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: Colour, other: Colour): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

const GROUNDS = ['paper', 'surface', 'sunk']
const TEXTS = ['ink', 'muted', 'accent', 'accent-hover', 'leading', 'outbid', 'danger', 'info']
const PAIRS: [text: string, ground: string, least: number][] = [
  ...GROUNDS.flatMap((ground) =>
    TEXTS.map((text): [string, string, number] => [text, ground, 4.5]),
  ),
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ['line-strong', ground, 3],
    ['focus', ground, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent-soft', 'accent-soft', 4.5],
  ['leading', 'leading-soft', 4.5],
  ['outbid', 'outbid-soft', 4.5],
  ['on-closing', 'closing', 7],
  ['surface', 'danger', 4.5],
]

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(PAIRS)('%s can be read on %s', (text, ground, least) => {
    const one = tokens[theme].get(text)
    const other = tokens[theme].get(ground)
    if (one === undefined || other === undefined) throw new Error('no such token')
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
  })
})
