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
import { answers, forValidation } from './generator/documents.ts'
import { type EventsContract, renderMessages, told } from './generator/events.ts'
import { renderKeyed, renderMarket, renderProblems } from './generator/resources.ts'
import { writeCalls, writeTypes, writeValidators } from './generator/rest.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const CONTRACTS = join(HERE, '..', '..', 'openapi', 'v1')

/** Writes everything anew. What stood there before stays if anything fails. */
async function generate(target: string): Promise<void> {
  const contract = await read<Contract>('openapi.json')
  const events = await read<EventsContract>('asyncapi.json')
  const work = await mkdtemp(join(tmpdir(), 'vendue-sdk-'))
  try {
    await writeAll(contract, events, work)
    await rm(target, { recursive: true, force: true })
    await cp(work, target, { recursive: true })
  } finally {
    await rm(work, { recursive: true })
  }
}

async function writeAll(contract: Contract, events: EventsContract, work: string): Promise<void> {
  const byTag = resources(contract)
  const operations = [...byTag.values()].flat()
  await writeCalls(contract, operations, join(work, 'rest'))
  await writeFile(join(work, 'market.gen.ts'), renderMarket(byTag))
  await writeFile(join(work, 'keyed.gen.ts'), renderKeyed(operations))
  await writeFile(join(work, 'problems.gen.ts'), renderProblems(problems(contract)))
  await writeTypes(events.components.schemas, join(work, 'realtime'))
  await writeFile(join(work, 'realtime', 'messages.gen.ts'), renderMessages(events))
  const rest = forValidation(contract.components.schemas, answers(contract))
  await writeValidators(rest, join(work, 'zod'), 'rest.gen.ts')
  const live = forValidation(events.components.schemas, told(events))
  await writeValidators(live, join(work, 'zod'), 'live.gen.ts')
}

async function read<Document>(name: string): Promise<Document> {
  return JSON.parse(await readFile(join(CONTRACTS, name), 'utf8'))
}

await generate(process.argv[2] ?? join(HERE, 'src', 'generated'))
