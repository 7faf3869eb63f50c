/**
 * Makes `src/generated` from the contracts: `make sdk`.
 *
 * With a folder as argument it writes there instead, so that a test can compare.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Contract, problems, resources } from './generator/contract.ts'
import { renderKeyed, renderMarket, renderProblems } from './generator/resources.ts'
import { writeCalls, writeValidators } from './generator/rest.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const CONTRACTS = join(HERE, '..', '..', 'openapi', 'v1')

/** Writes everything anew. What stood there before stays if anything fails. */
async function generate(target: string): Promise<void> {
  const contract: Contract = JSON.parse(await readFile(join(CONTRACTS, 'openapi.json'), 'utf8'))
  const work = await mkdtemp(join(tmpdir(), 'vendue-sdk-'))
  try {
    const byTag = resources(contract)
    const operations = [...byTag.values()].flat()
    await writeCalls(contract, operations, join(work, 'rest'))
    await writeValidators(contract, join(work, 'zod'))
    await writeFile(join(work, 'market.gen.ts'), renderMarket(byTag))
    await writeFile(join(work, 'keyed.gen.ts'), renderKeyed(operations))
    await writeFile(join(work, 'problems.gen.ts'), renderProblems(problems(contract)))
    await rm(target, { recursive: true, force: true })
    await cp(work, target, { recursive: true })
  } finally {
    await rm(work, { recursive: true })
  }
}

await generate(process.argv[2] ?? join(HERE, 'src', 'generated'))
