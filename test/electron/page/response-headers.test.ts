import { expect, it } from 'vitest'
import { responseHeaders } from '../../../electron/page/response-headers'

const policy = new Map(
  (responseHeaders('/index.html')['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources] as const
  }),
)

it('is this policy, word for word: each of them keeps something out', () => {
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  })
})

it('starts from nothing and adds only the app itself', () => {
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(policy.get('worker-src')).toEqual(["'self'"])
  expect(policy.get('connect-src')).toEqual(["'self'"])
  expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
})

it('never lets text run or another site in', () => {
  for (const [name, sources] of policy) {
    expect(sources, name).not.toContain("'unsafe-eval'")
    expect(sources, name).not.toContain("'unsafe-inline'")
    expect(sources.join(' '), name).not.toMatch(/https?:|\*/)
  }
})

it('isolates the page, so that memory can be shared with workers and with nobody else', () => {
  expect(responseHeaders('/')).toMatchObject({
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
})

it('calls a file it does not know plain bytes', () => {
  expect(responseHeaders('/assets/x.exe')['Content-Type']).toBe('application/octet-stream')
  expect(responseHeaders('/assets/x.JS')['Content-Type']).toBe('text/javascript; charset=utf-8')
})
