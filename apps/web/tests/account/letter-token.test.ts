import { describe, expect, it } from 'vitest'

import { readToken } from '@/features/auth/letter-token'

describe('the token of a letter', () => {
  it('is read from behind the #, with or without it', () => {
    expect(readToken('#token=AaIEwogS_d5afb49c-79a6')).toBe('AaIEwogS_d5afb49c-79a6')
    expect(readToken('token=AaIEwogS_d5afb49c-79a6')).toBe('AaIEwogS_d5afb49c-79a6')
  })

  it.each(['', '#token=short', '#token=has spaces in the middle', `#token=${'x'.repeat(101)}`])(
    'is none where it cannot be one: %s',
    (hash) => {
      expect(readToken(hash)).toBeNull()
    },
  )
})
