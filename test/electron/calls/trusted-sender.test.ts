import { expect, it } from 'vitest'
import { isTrustedSender } from '../../../electron/calls/trusted-sender'

const page = { url: 'app://local/index.html', parent: null }

it('trusts the main frame of the app', () => {
  expect(isTrustedSender(page)).toBe(true)
})

it.each([
  ['a frame that is gone', null],
  ['a frame within the app', { ...page, parent: page }],
  ['another host', { ...page, url: 'app://other/' }],
  ['the web', { ...page, url: 'https://local/' }],
  ['a file', { ...page, url: 'file:///index.html' }],
  ['an empty page', { ...page, url: 'about:blank' }],
  ['no address', { ...page, url: '' }],
])('does not trust %s', (_what, frame) => {
  expect(isTrustedSender(frame)).toBe(false)
})
