import { chromium, expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { R_SURVEY, importAsNps, openWindow, savedFile } from './window'

/** The browser's own record of its network. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

/**
 * A Chromium asks its maker what the fields of a form are for, by hashes of their names, on whichever page they are. It has no
 * word by which a page could forbid it; see README, Limits.
 */
const BY_THE_BROWSER = 'https://content-autofill.googleapis.com'

/** Everything that was asked for in the name of pages of `origin`, or of none that can be told. */
function askedFor({ constants, events }: NetLog, origin: string): readonly string[] {
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]))
  const { hostname, protocol } = new URL(origin)
  const site = `${protocol}//${hostname}`
  const addresses = events.flatMap(({ type, params = {} }) => {
    const { url, host, initiator, network_isolation_key: key, network_anonymization_key: other } = params
    const isOurs = [initiator, key, other].some((one) => typeof one === 'string' && one.startsWith(site))
    if (names.get(type) === 'URL_REQUEST_START_JOB' && isOurs) return [String(url)]
    return names.get(type) === 'HOST_RESOLVER_MANAGER_REQUEST' && isOurs ? [String(host)] : []
  })
  return [...new Set(addresses.map((address) => (URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : address)))]
}

test('a whole session asks for nothing but what is on this computer', async ({ baseURL, launchOptions }, info) => {
  const origin = new URL(String(baseURL)).origin
  const record = info.outputPath('network.json')
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), `--log-net-log=${record}`] })
  const page = await browser.newPage({ baseURL: origin })
  await openWindow(page)
  await importAsNps(page, R_SURVEY)
  for (const screen of ['Data', 'Code', 'Slice', 'Compare', 'Drivers', 'Summary']) {
    await page.locator('.rail').getByRole('button', { name: screen }).click()
    await expect(page.locator('.rail-button[aria-current]')).toHaveText(screen)
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await savedFile(page, page.getByRole('button', { name: 'Project file' }), '2018-english-responses.earshot')
  // That the record would show it: a page that leaves by itself.
  await page.evaluate(() => location.assign('http://earshot.invalid/'))
  await page.waitForURL(/chrome-error|earshot.invalid/).catch(() => undefined)
  await browser.close()

  const asked = askedFor(JSON.parse(readFileSync(record, 'utf8')) as NetLog, origin)
  expect(asked).toContain(origin)
  expect(asked.filter((address) => address !== origin && address !== BY_THE_BROWSER)).toEqual(['http://earshot.invalid'])
})
