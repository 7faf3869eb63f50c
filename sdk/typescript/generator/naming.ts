/** How the words of the contract become names in TypeScript. */

/** The words for a resource that its operations do not repeat, where the tag alone cannot tell. */
const NOUNS: Record<string, string[]> = {
  me: ['me', 'my'],
  rules: ['rule_sets', 'rule_set'],
}

/** The operation without its resource's noun: `get_lot_state` of lots is `getState`. */
export function methodName(tag: string, operationId: string): string {
  const words = operationId.split('_')
  for (const noun of NOUNS[tag] ?? [tag, singular(tag)]) {
    const parts = noun.split('_')
    const at = words.findIndex((_, index) =>
      parts.every((part, offset) => words[index + offset] === part),
    )
    if (at >= 0 && words.length > parts.length) {
      return camel(words.toSpliced(at, parts.length).join('_'))
    }
  }
  return camel(operationId)
}

/** `lot_id` → `lotId`. */
export function camel(name: string): string {
  return name.replace(/[_-]+(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `place_bid` → `PlaceBid`. */
export function pascal(name: string): string {
  const humped = camel(name)
  return humped.charAt(0).toUpperCase() + humped.slice(1)
}

function singular(noun: string): string {
  return noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, '')
}
