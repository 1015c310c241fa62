export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

export const resolveTheme = (theme: Theme): 'light' | 'dark' =>
  theme === 'system' ? (dark().matches ? 'dark' : 'light') : theme

/** Calls back when the system changes between light and dark. Returns how to stop. */
export function onSystemTheme(listener: () => void): () => void {
  const query = dark()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Shows the page in a theme; the style sheets follow `data-theme`, or the system when it is absent. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
