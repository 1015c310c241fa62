/** Counts of the same things added up, one by one. */
export function addCounts<T extends object & { readonly [K in keyof T]: number }>(a: T, b: T): T {
  const parts = (Object.keys(a) as (keyof T)[]).map((part) => [part, a[part] + b[part]])
  return Object.fromEntries(parts) as T
}
