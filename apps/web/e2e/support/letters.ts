/** The letters that the market has sent, as its own inbox shows them. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { STATE } from './surroundings'

export interface Letter {
  readonly subject: string
  readonly text: string
}

const LINK = /https?:\/\/\S+/
const WITHIN_MS = 15_000

/** The latest letter to an address whose subject fits; waits for it. */
export async function letterTo(email: string, subject = /./): Promise<Letter> {
  const until = Date.now() + WITHIN_MS
  while (Date.now() < until) {
    const found = (await lettersTo(email)).find((letter) => subject.test(letter.subject))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`No letter to ${email} about ${subject} came.`)
}

/** The link of that letter. */
export async function linkIn(email: string, subject?: RegExp): Promise<string> {
  const letter = await letterTo(email, subject)
  const link = LINK.exec(letter.text)?.[0]
  if (link === undefined) throw new Error(`There is no link in "${letter.subject}".`)
  return link
}

async function lettersTo(email: string): Promise<Letter[]> {
  const ports = JSON.parse(readFileSync(join(STATE, 'run', 'ports.json'), 'utf8'))
  const address = `http://127.0.0.1:${ports.inbox}/api/messages?to=${encodeURIComponent(email)}`
  const answer = await fetch(address)
  const { items } = (await answer.json()) as { items: Letter[] }
  return items
}
