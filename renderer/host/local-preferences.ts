import type { Host } from './host'

/** Preferences in this browser's localStorage; where that is forbidden, they last until the window is closed. */
export function localPreferences(): Pick<Host, 'getPreference' | 'setPreference'> {
  const kept = new Map<string, string>()
  return {
    getPreference: (key) => {
      try {
        return localStorage.getItem(`earshot.${key}`)
      } catch {
        return kept.get(key) ?? null
      }
    },
    setPreference: (key, value) => {
      kept.set(key, value)
      try {
        localStorage.setItem(`earshot.${key}`, value)
      } catch {
        // Kept above.
      }
    },
  }
}
