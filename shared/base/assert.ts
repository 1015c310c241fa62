/** Fails compilation when a union has grown a case the caller does not handle; throws if reached anyway. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`)
}

/** States what must be true unless the program is wrong. Bad input is a Fault, never this. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`)
}
