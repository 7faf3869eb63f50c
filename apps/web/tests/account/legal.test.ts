import type { Operator } from '@vendue/sdk'
import { describe, expect, it } from 'vitest'

import { factsOf, missingFacts } from '@/features/legal/facts'
import en from '@/shared/i18n/locales/en/legal.json'
import lv from '@/shared/i18n/locales/lv/legal.json'
import ru from '@/shared/i18n/locales/ru/legal.json'
import { filled } from '@/shared/i18n/texts'

const NOBODY: Operator = {
  name: null,
  registration_number: null,
  address: null,
  email: null,
  phone: null,
  vat_number: null,
}
const SOMEBODY: Operator = {
  ...NOBODY,
  name: 'Piemērs SIA',
  registration_number: '40000000000',
  address: 'Brīvības iela 1, Rīga',
  email: 'birojs@example.lv',
}
const TEXTS = ['terms', 'privacy', 'withdrawal', 'imprint'] as const

describe('the facts of the operator', () => {
  it('are asked for until the law is satisfied; telephone and VAT may be missing', () => {
    expect(missingFacts(NOBODY)).toEqual(['name', 'registration_number', 'address', 'email'])
    expect(missingFacts(SOMEBODY)).toEqual([])
  })

  it('say so themselves where they are missing', () => {
    const facts = factsOf({ ...SOMEBODY, email: null }, (fact) => `[${fact}: not filled in]`)
    expect(facts).toMatchObject({ operator: 'Piemērs SIA', email: '[email: not filled in]' })
  })
})

describe.each([
  ['en', en],
  ['lv', lv],
  ['ru', ru],
])('the legal texts in %s', (_, texts) => {
  it('have every part that the English ones have, with as many paragraphs', () => {
    for (const name of TEXTS) {
      const shape = (from: typeof en) => from[name].sections.map(({ text }) => text.length)
      expect(shape(texts)).toEqual(shape(en))
    }
  })

  it('name no fact that there is not', () => {
    const values = { ...factsOf(SOMEBODY, (fact) => fact), years: 18 }
    const all = TEXTS.flatMap((name) => texts[name].sections.flatMap(({ text }) => text))
    expect(all.map((paragraph) => filled(paragraph, values)).join()).not.toContain('{{')
  })
})
