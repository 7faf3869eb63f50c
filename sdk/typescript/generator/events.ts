/** What the generator needs of the events' contract: which messages go where. */
import { nameOf, type Schemas } from './contract.ts'

interface Reference {
  $ref: string
}

interface Channel {
  messages: Record<string, Reference>
}

export interface EventsContract {
  channels: Record<string, Channel>
  operations: Record<string, { action: string; channel: Reference; messages: Reference[] }>
  components: {
    messages: Record<string, { name: string; payload: Reference }>
    schemas: Schemas
  }
}

/** The groups of messages that have a type of their own: by the channel they travel on. */
const GROUPS = [
  ['ControlMessages', 'answer', 'What the server says about the connection, by type.'],
  ['LotMessages', 'tell_about_lot', 'What happens to a lot, by type.'],
  ['AuctionMessages', 'tell_about_auction', 'What concerns an auction as a whole, by type.'],
  ['MeMessages', 'tell_me', 'What concerns the caller alone, by type.'],
  ['ClientMessages', 'ask', 'What a client may ask, by type.'],
] as const

/** The names of the schemas that the server sends. */
export function told(contract: EventsContract): string[] {
  return Object.values(contract.operations)
    .filter(({ action }) => action === 'send')
    .flatMap(({ messages }) => messages.map(({ $ref }) => nameOf($ref)))
}

/** The source of the messages of each channel, by their type. */
export function renderMessages(contract: EventsContract): string {
  const groups = GROUPS.map(([group, operation, doc]) => {
    const names = contract.operations[operation]?.messages.map(({ $ref }) => nameOf($ref)) ?? []
    const members = names.map(
      (name) => `  '${contract.components.messages[name]?.name}': types.${name}\n`,
    )
    const one = group.slice(0, -1)
    return (
      `/** ${doc} */\nexport interface ${group} {\n${members.sort().join('')}}\n\n` +
      `export type ${one} = ${group}[keyof ${group}]\n`
    )
  })
  const head = "// Made by the generator; do not edit.\nimport type * as types from './types.gen'\n"
  return [head, ...groups].join('\n')
}
