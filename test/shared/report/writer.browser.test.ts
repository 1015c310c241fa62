import { beforeAll, expect, it } from 'vitest'
import { readPdf } from '../../helpers/read-pdf'
import { officeFaults } from './well-formed'

interface Files {
  readonly office: readonly Uint8Array[]
  readonly pdfs: readonly Uint8Array[]
  readonly html: Uint8Array
}

let files: Files
beforeAll(async () => {
  const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' })
  files = await new Promise<Files>((resolve, reject) => {
    worker.onmessage = (event: MessageEvent<Files>) => resolve(event.data)
    worker.onerror = (event) => reject(new Error(event.message))
  })
  worker.terminate()
})

it('writes whole decks and workbooks in a worker', () => {
  expect(files.office).toHaveLength(2)
  for (const bytes of files.office) {
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(officeFaults(bytes)).toEqual([])
  }
})

it('writes PDFs in a worker whose words can be read', () => {
  for (const bytes of files.pdfs) {
    const { pages, bookmarks } = readPdf(bytes)
    expect(bookmarks.length).toBeGreaterThan(8)
    expect(pages.join('\n')).toContain('2026년 1분기 이후 뚜렷한 변화는 없습니다')
  }
})

it('writes a page whose letters a browser takes, and whose policy lets its own style in', async () => {
  const frame = document.createElement('iframe')
  frame.srcdoc = new TextDecoder().decode(files.html)
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  document.body.append(frame)
  await loaded
  const inner = frame.contentDocument
  if (!inner) throw new Error('the page cannot be reached')
  await inner.fonts.ready
  expect([...inner.fonts].map(({ family, weight, status }) => [family, weight, status])).toEqual([
    ['Report', '400', 'loaded'],
    ['Report', '700', 'loaded'],
  ])
  // Letters of the page come from its own face, whatever the machine has.
  expect(inner.fonts.check('16px Report', '고객 추천 +44')).toBe(true)
  expect(getComputedStyle(inner.querySelector('section h2') ?? inner.body).fontWeight).toBe('700')
  expect(frame.contentWindow?.performance.getEntriesByType('resource')).toEqual([])
  frame.remove()
})
