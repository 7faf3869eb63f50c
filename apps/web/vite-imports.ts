import type { ESTree } from 'vite'

/** What is asked of a module: some of its exports, or everything. */
export type Asked = readonly string[] | 'all'

/** A name taken from another module; '*' for all of that module's names. */
interface Taken {
  readonly source: string
  readonly name: string
  /** What it is called here: by its own code, or by whoever imports it from here. */
  readonly as: string
}

type Statement = ESTree.Program['body'][number]

/**
 * Which modules a module imports when it is asked for these names, and what of each.
 *
 * A module that only passes on what others export stands for none of them: of an index of a
 * thousand icons those come along whose names somebody says.
 */
export function importsOf(body: readonly Statement[], asked: Asked): ReadonlyMap<string, Asked> {
  const imported = body.flatMap(importedBy)
  const passed = body.flatMap((one) => passedOnBy(one, imported))
  if (asked === 'all' || !body.every(isListing)) return bySource([...imported, ...passed])
  const named = asked.flatMap((name) => {
    const own = passed.filter((one) => one.as === name)
    // Which of the modules that are passed on whole has the name is for each of them to say.
    const whole = passed.filter((one) => one.as === '*').map((one) => ({ ...one, name }))
    return own.length > 0 ? own : whole
  })
  return bySource(named)
}

/** Whether a statement does nothing but import or pass on. */
function isListing(statement: Statement): boolean {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.length > 0
  if (statement.type === 'ExportAllDeclaration') return true
  if (statement.type === 'ExpressionStatement') return 'directive' in statement
  return statement.type === 'ExportNamedDeclaration' && statement.declaration === null
}

function importedBy(statement: Statement): readonly Taken[] {
  if (statement.type !== 'ImportDeclaration') return []
  const source = statement.source.value
  if (statement.specifiers.length === 0) return [{ source, name: '*', as: '' }]
  return statement.specifiers.map((one) => {
    const as = one.local.name
    if (one.type === 'ImportSpecifier') return { source, name: nameOf(one.imported), as }
    return { source, name: one.type === 'ImportDefaultSpecifier' ? 'default' : '*', as }
  })
}

function passedOnBy(statement: Statement, imported: readonly Taken[]): readonly Taken[] {
  if (statement.type === 'ExportAllDeclaration') {
    const as = statement.exported === null ? '*' : nameOf(statement.exported)
    return [{ source: statement.source.value, name: '*', as }]
  }
  if (statement.type !== 'ExportNamedDeclaration') return []
  const source = statement.source?.value
  return statement.specifiers.flatMap((one) => {
    const [name, as] = [nameOf(one.local), nameOf(one.exported)]
    if (source !== undefined) return [{ source, name, as }]
    return imported.filter((other) => other.as === name).map((other) => ({ ...other, as }))
  })
}

function nameOf(name: ESTree.ModuleExportName): string {
  return name.type === 'Literal' ? name.value : name.name
}

function bySource(taken: readonly Taken[]): ReadonlyMap<string, Asked> {
  const sources = new Map<string, Asked>()
  for (const { source, name } of taken) {
    const before = sources.get(source) ?? []
    sources.set(source, name === '*' || before === 'all' ? 'all' : [...before, name])
  }
  return sources
}
