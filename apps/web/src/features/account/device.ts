/** What a device is, from what its browser calls itself: "Firefox, Windows". */

/** In this order, because most browsers also name those that they descend from. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/\bvendue[-_ ]?(sdk|python)?\//i, 'Vendue SDK'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
const LONGEST = 40

/** Empty where the device said nothing about itself. */
export function deviceName(device: string): string {
  const browser = first(BROWSERS, device)
  const system = first(SYSTEMS, device)
  const known = [browser, system].filter((part) => part !== undefined).join(', ')
  return known === '' ? device.slice(0, LONGEST) : known
}

export function isPhone(device: string): boolean {
  return /\b(iPhone|iPad|Android|Mobile)\b/.test(device)
}

function first(names: typeof BROWSERS, device: string): string | undefined {
  return names.find(([sign]) => sign.test(device))?.[1]
}
