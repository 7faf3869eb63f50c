/** Carries a request out: credentials, deadlines, another attempt where it is safe, typed failures. */
import { type CredentialOptions, Credentials } from './credentials'
import {
  ConnectionFailed,
  isProblem,
  type ProblemMembers,
  TimedOut,
  UnexpectedAnswer,
  type VendueError,
  VendueProblem,
} from './errors'
import { addKey, KEY_HEADER } from './keys'
import { POLICY, type Policy, pauseSeconds, wait } from './patience'

export interface SendOptions extends CredentialOptions, Partial<Policy> {
  /** What carries a request out; the platform's own `fetch` where left out. */
  fetch?: typeof fetch
}

type Send = (request: Request) => Promise<Response>

const PASSING_STATUSES = new Set([408, 429, 500, 502, 503, 504])

/** Something with the face of `fetch` that answers with success, or rejects with a `VendueError`. */
export function createSend(options: SendOptions): Send {
  const policy = { ...POLICY, ...options }
  const credentials = new Credentials(options)
  const carry: Send = async (request) => {
    const transport = options.fetch ?? fetch
    return attempt(request, transport, policy.timeoutSeconds)
  }

  /** The answer to one attempt; to a second at once where only its token was refused. */
  async function answer(request: Request): Promise<Response | VendueError> {
    const token = await credentials.token()
    const first = await outcome(carry, withToken(request, token))
    if (token === null || !isUnauthenticated(first)) return first
    const another = await credentials.renewed(token)
    return another === null ? first : outcome(carry, withToken(request, another))
  }

  return async (request) => {
    addKey(request)
    for (let attempts = 1; ; attempts += 1) {
      const answered = await answer(request)
      if (answered instanceof Response) return answered
      await pause(request, answered, policy, attempts)
    }
  }
}

function isUnauthenticated(answer: unknown): boolean {
  return isProblem(answer) && answer.status === 401
}

/** Waits until the next attempt is due. Rejects with the failure where there is to be none. */
async function pause(
  request: Request,
  failure: VendueError,
  policy: Policy,
  attempts: number,
): Promise<void> {
  const seconds = mayRepeat(request, failure) ? pauseSeconds(policy, failure, attempts) : null
  if (seconds === null) throw failure
  await wait(seconds, request.signal)
}

function withToken(request: Request, token: string | null): Request {
  const copy = request.clone()
  copy.headers.set('Accept', 'application/json')
  if (token !== null) copy.headers.set('Authorization', `Bearer ${token}`)
  return copy
}

/** Whether a second attempt can have no second effect, and might fare better. */
function mayRepeat(request: Request, failure: VendueError): boolean {
  const isSafe = request.method === 'GET' || request.headers.has(KEY_HEADER)
  if (!isSafe) return false
  if (failure instanceof ConnectionFailed) return true
  if (isProblem(failure, 'request_in_progress')) return true
  const { status } = failure as VendueError & { status?: number }
  return status !== undefined && PASSING_STATUSES.has(status)
}

async function outcome(carry: Send, request: Request): Promise<Response | VendueError> {
  const key = request.headers.get(KEY_HEADER)
  const what = `${request.method} ${request.url}`
  try {
    const response = await carry(request)
    const text = await response.text()
    return judged(response, text, what)
  } catch (error) {
    // The caller's own abort is no failure of the market's: it goes up as it is.
    if (request.signal.aborted) throw error
    const kind = isTimeout(error) ? TimedOut : ConnectionFailed
    return new kind(`${what} got no answer.`, key, { cause: error })
  }
}

function judged(response: Response, text: string, what: string): Response | VendueError {
  const { status, statusText, headers } = response
  if (status === 204) return new Response(null, { status, statusText, headers })
  const members = isJson(response) ? parsed(text) : undefined
  if (members === undefined) {
    return new UnexpectedAnswer(`The answer ${status} to ${what} is not JSON.`, response)
  }
  if (response.ok) return new Response(text, { status, statusText, headers })
  if (!isRefusal(members)) {
    return new UnexpectedAnswer(`The answer ${status} to ${what} is not a problem.`, response)
  }
  return new VendueProblem(members, seconds(headers.get('Retry-After')))
}

/** One attempt, with its body, in the time it has. */
async function attempt(
  request: Request,
  transport: typeof fetch,
  limit: number,
): Promise<Response> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(limit * 1000)])
  return transport(new Request(request, { signal }))
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function isJson(response: Response): boolean {
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';')
  return /^application\/(.+\+)?json$/.test(type.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRefusal(members: unknown): members is ProblemMembers {
  return typeof members === 'object' && members !== null && 'code' in members && 'status' in members
}

function seconds(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null
}
