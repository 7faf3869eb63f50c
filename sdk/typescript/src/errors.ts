/** What can go wrong, by cause. Everything a call rejects with is a `VendueError`, but for its own abort. */
import type { ProblemData } from './generated/problems.gen'

/** The codes of the refusals that this version knows; a later market may have more. */
export type ProblemCode = keyof ProblemData

/** A wrong field of a request, by its JSON pointer. */
export interface WrongField {
  pointer: string
  code: string
  detail: string
}

/** Base of every error of this SDK. */
export class VendueError extends Error {
  override name = 'VendueError'
}

/**
 * No answer came, after the retries. Whether the request had an effect is unknown.
 *
 * Sent again with the same `idempotencyKey` it has at most one effect.
 */
export class ConnectionFailed extends VendueError {
  override name = 'ConnectionFailed'
  readonly idempotencyKey: string | null

  constructor(message: string, idempotencyKey: string | null, options?: ErrorOptions) {
    super(message, options)
    this.idempotencyKey = idempotencyKey
  }
}

/** No answer came in time. */
export class TimedOut extends ConnectionFailed {
  override name = 'TimedOut'
}

/** Something answered, but not as the contract says: a proxy perhaps, or another server. */
export class UnexpectedAnswer extends VendueError {
  override name = 'UnexpectedAnswer'
  readonly status: number
  readonly requestId: string | null

  constructor(message: string, response: Response) {
    super(message)
    this.status = response.status
    this.requestId = response.headers.get('X-Request-Id')
  }
}

/** A refusal as it travels: RFC 9457 with a code. */
export interface ProblemMembers {
  code: string
  status: number
  title?: string
  detail?: string
  instance?: string
  request_id?: string
  [member: string]: unknown
}

/** What a refusal of this code carries; of a code nobody told us about, whatever it sent. */
export type DataOf<Code extends string> = Code extends ProblemCode
  ? ProblemData[Code]
  : Record<string, unknown>

/** The market refused. Branch on `code` with `isProblem`; report `requestId`. */
export class VendueProblem<Code extends string = string> extends VendueError {
  override name = 'VendueProblem'
  readonly code: Code
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly requestId: string
  /** What the refusal carries for the caller to act on. */
  readonly data: DataOf<Code>
  /** How long the market asks to wait, where it does. */
  readonly retryAfterSeconds: number | null

  constructor(members: ProblemMembers, retryAfterSeconds: number | null) {
    const { code, status, title = code, detail = '', request_id = '', ...rest } = members
    super(`${title}. ${detail} [${code}, request ${request_id}]`)
    const { type: _, instance: __, ...data } = rest
    this.code = code as Code
    this.status = status
    this.title = title
    this.detail = detail
    this.requestId = request_id
    this.data = data as DataOf<Code>
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Whether something caught is a refusal: with one of these codes, or with any where none is named. */
export function isProblem(error: unknown): error is VendueProblem
export function isProblem<Code extends ProblemCode>(
  error: unknown,
  ...codes: [Code, ...Code[]]
): error is VendueProblem<Code>
export function isProblem(error: unknown, ...codes: string[]): boolean {
  return error instanceof VendueProblem && (codes.length === 0 || codes.includes(error.code))
}

/** The fields that a refused request got wrong; none where something else was wrong. */
export function wrongFields(error: unknown): WrongField[] {
  return isProblem(error, 'invalid_request') ? error.data.errors : []
}
