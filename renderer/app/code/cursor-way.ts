/**
 * Keys are faster than the engine: what is pressed while the cursor is on its way is about the verbatim that it comes
 * to, in the order in which it was pressed.
 */
export interface CursorWay {
  /** Lets the cursor go its way, after those begun before. */
  readonly begin: (move: () => Promise<void>) => Promise<void>
  /** Does something once the cursor is where it goes: at once, unless it is on its way. */
  readonly after: (act: () => Promise<void>) => Promise<void>
}

export function createCursorWay(): CursorWay {
  let last: Promise<void> | null = null
  const after: CursorWay['after'] = (act) => (last ? last.then(act) : act())
  return {
    after,
    begin: (move) => {
      const mine = after(move).finally(() => {
        if (last === mine) last = null
      })
      last = mine
      return mine
    },
  }
}
