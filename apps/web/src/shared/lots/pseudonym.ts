/** What bidders are called on a lot, where nobody has a name. */

/** The number in a pseudonym ("bidder 3"), for texts in the person's language. */
export function bidderNumber(pseudonym: string): { number: string } {
  return { number: pseudonym.replace(/\D+/g, '') }
}
