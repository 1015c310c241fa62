import boldUrl from 'pretendard/dist/web/static/woff/Pretendard-Bold.woff?url'
import regularUrl from 'pretendard/dist/web/static/woff/Pretendard-Regular.woff?url'
import { buildOutline } from '../../../shared/report/build-outline'
import { writePptx } from '../../../shared/report/write-pptx'
import { writeXlsx } from '../../../shared/report/write-xlsx'
import { writeHtml } from '../../../shared/report/write-html'
import { writePdf } from '../../../shared/report/write-pdf'
import { rich } from './fixtures'

const outline = buildOutline(rich, 'ko')
const font = async (url: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(url)).arrayBuffer())
const fonts = { regular: await font(regularUrl), bold: await font(boldUrl) }
const sha256 = async (bytes: Uint8Array): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)), (byte) => byte.toString(16).padStart(2, '0')).join('')
postMessage({
  office: [await writePptx(outline), await writeXlsx(outline)],
  pdfs: [await writePdf(outline, '16:9', fonts), await writePdf(outline, 'a4', fonts)],
  html: await writeHtml(outline, { fonts, sha256 }),
})
