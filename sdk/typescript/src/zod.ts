/** Validators of everything the market names, for zod. What answers say is open to later members. */
export * from './generated/zod/schemas.gen'
