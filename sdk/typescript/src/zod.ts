/**
 * Validators of everything the market names, for zod; of live messages under `live`.
 *
 * What answers and messages contain is open to fields and enum members of later versions.
 */
export * as live from './generated/zod/live.gen'
export * from './generated/zod/rest.gen'
