// @vitest-environment node
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'

import { type Asked, importsOf } from '../vite-imports.ts'

const imports = (code: string, asked: Asked) =>
  Object.fromEntries(importsOf(parseAst(code).body, asked))

describe('what a module imports', () => {
  test('is all of it where it does something itself', () => {
    const code = "import { a } from './a'\nimport './side'\nexport { b } from './b'\nconsole.log(a)"
    expect(imports(code, ['b'])).toEqual({ './a': ['a'], './side': 'all', './b': ['b'] })
  })

  test('is what is asked for where it only passes on', () => {
    const list = "export { default as Bell } from './bell'\nexport { default as Sun } from './sun'"
    expect(imports(list, ['Bell'])).toEqual({ './bell': ['default'] })
    expect(imports(list, 'all')).toEqual({ './bell': ['default'], './sun': ['default'] })
    const named =
      "'use client'\nimport { one } from './one'\nimport { two } from './two'\nexport { one, two }"
    expect(imports(named, ['two'])).toEqual({ './two': ['two'] })
  })

  test('leaves a name that it does not know to the modules it passes on whole', () => {
    const list = "export * from './core'\nexport { own } from './own'"
    expect(imports(list, ['own'])).toEqual({ './own': ['own'] })
    expect(imports(list, ['other'])).toEqual({ './core': ['other'] })
  })
})
