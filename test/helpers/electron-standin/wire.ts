/** How bytes and undefined cross to the page, which takes JSON; the page's half is in page-side.ts. */
export const encode = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (part === undefined) return { $: 'undefined' }
    if (!(part instanceof Uint8Array)) return part
    return { $: 'bytes', base64: Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64') }
  })

export const decode = (text: string): unknown => revive(JSON.parse(text))

function revive(part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(revive)
  const { $: kind, base64 } = part as { readonly $?: string; readonly base64?: string }
  if (kind === 'undefined') return undefined
  if (kind === 'bytes') return new Uint8Array(Buffer.from(base64 ?? '', 'base64'))
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, revive(inner)]))
}
