import type { Fault } from './fault'

/** The outcome of anything that can be refused: expected failures are values; bugs throw. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (fault: Fault): { readonly ok: false; readonly fault: Fault } => ({ ok: false, fault })
