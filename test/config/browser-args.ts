/** What Playwright turns off of a Chromium itself: a list of one's own takes the place of its list. */
const USUALLY_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]
/** The popups of the address bar: two pages with a process each for every window, a seventh of all the time. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** How a Chromium for tests is started. */
export const BROWSER_ARGS = ['--no-sandbox', `--disable-features=${[...USUALLY_OFF, ...UNSEEN].join(',')}`]
