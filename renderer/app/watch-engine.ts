const EVERY_MS = 5000
/** A minute. Counted, not measured: a computer that slept has not been silent. */
const MOST_UNANSWERED = 12

/**
 * Asks the engine for a sign of life, which it gives whenever it gives way, and tells (true) after each minute in which none came;
 * (false) when it is heard again.
 */
export function watchEngine(ping: () => Promise<unknown>, tell: (isSilent: boolean) => void): void {
  let unanswered = 0
  const ask = async (): Promise<void> => {
    await ping()
    if (unanswered >= MOST_UNANSWERED) tell(false)
    unanswered = 0
  }
  setInterval(() => {
    if (unanswered === 0) void ask()
    else if (unanswered % MOST_UNANSWERED === 0) tell(true)
    unanswered += 1
  }, EVERY_MS)
}
