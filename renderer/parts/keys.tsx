/** The keys that do something, as on their caps. */
export function Keys({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className="keys">
      {caps.map((cap) => (
        <kbd key={cap} className="key">
          {cap}
        </kbd>
      ))}
    </span>
  )
}
