/** A market that answers what a test tells it to, and remembers what it was asked. */
import { createVendue, type Vendue, type VendueOptions } from '../src/index'

export interface Asked {
  method: string
  path: string
  headers: Headers
  body: unknown
}

type Answer = Response | Error | ((asked: Asked) => Response | Promise<Response>)

export interface FakeMarket {
  vendue: Vendue
  asked: Asked[]
}

/** Answers the first request with the first answer, and so on; the last one for good. */
export function aMarket(answers: Answer[], options: Partial<VendueOptions> = {}): FakeMarket {
  const asked: Asked[] = []
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request
    const text = await request.text()
    const { pathname, search } = new URL(request.url)
    const one = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: text && JSON.parse(text),
    }
    asked.push(one)
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (answer === undefined || answer instanceof Error) throw answer
    if (answer instanceof Response) return answer.clone()
    return Promise.race([answer(one), aborted(request.signal)])
  }
  return { asked, vendue: createVendue({ baseUrl: 'http://market.test', fetch, ...options }) }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers })
}

export function problem(
  code: string,
  status: number,
  data: object = {},
  headers: Record<string, string> = {},
): Response {
  const members = { type: 'about:blank', title: code, status, code, detail: 'So it is.' }
  const body = JSON.stringify({ ...members, instance: '/', request_id: 'req-1', ...data })
  const type = { 'Content-Type': 'application/problem+json', ...headers }
  return new Response(body, { status, headers: type })
}
