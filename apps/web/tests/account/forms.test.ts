import { VendueProblem } from '@vendue/sdk'
import { describe, expect, it } from 'vitest'

import { isRefusal, sorted } from '@/shared/forms/refusals'
import { readBack } from '@/shared/session/back'

function refused(...pointers: string[]): VendueProblem {
  const errors = pointers.map((pointer) => ({ pointer, code: 'missing', detail: 'Field required' }))
  return new VendueProblem({ code: 'invalid_request', status: 422, errors }, null)
}

describe('a refused form', () => {
  it('says beside each field what is wrong with it', () => {
    const { fields, rest } = sorted(refused('/email', '/password'), ['email', 'password'])
    expect(Object.keys(fields)).toEqual(['email', 'password'])
    expect(rest).toBeNull()
  })

  it('says once what is wrong with a field, and finds the field of what lies inside it', () => {
    const { fields } = sorted(refused('/query/words', '/query/category'), ['query'])
    expect(fields.query?.pointer).toBe('/query/words')
  })

  it('hides nothing that is about no field of it', () => {
    const error = refused('/email', '/language')
    expect(sorted(error, ['email'])).toMatchObject({ rest: error })
  })

  it('keeps any other failure for above the form', () => {
    const other = new VendueProblem({ code: 'terms_outdated', status: 409 }, null)
    expect(sorted(other, ['email'])).toEqual({ fields: {}, rest: other })
    expect(isRefusal(other, 'terms_outdated')).toBe(true)
    expect(isRefusal(new Error('terms_outdated'), 'terms_outdated')).toBe(false)
    expect(sorted(null, ['email']).rest).toBeNull()
  })
})

describe('where to go on after signing in', () => {
  it.each(['/', '/me/bids', '/lot/01a2?maximum=120', '/search?words=m%C4%81ls'])(
    'is a page of ours: %s',
    (back) => {
      expect(readBack({ back })).toEqual({ back })
    },
  )

  it.each([
    '//example.org',
    '/\\example.org',
    'https://example.org',
    'javascript:alert(1)',
    '/\t/example.org',
    '',
    undefined,
    ['/me', '/me'],
    '/sign-in',
    '/sign-up?back=/me',
  ])('is nothing else: %s', (back) => {
    expect(readBack({ back })).toStrictEqual({ back: undefined })
  })
})
