import { fileName } from '../../../shared/base/file-name'
import type { Host } from '../../host/host'
import type { Notice } from '../session'

export type CopyNotice = Extract<Notice, { readonly kind: 'done' | 'fault' }>
type Notify = (notice: CopyNotice) => void

/** The clipboard was refused (a permission, a window without focus): the same goes into a file, and that is said. */
async function saveInstead(host: Host, notify: Notify, name: string, bytes: Uint8Array): Promise<void> {
  const saved = await host.saveFile({ name, bytes })
  if (!saved.ok) return notify({ kind: 'fault', fault: saved.fault })
  const key = saved.value === 'cancelled' ? 'slice.copy.refused' : 'slice.copy.saved'
  notify({ kind: 'done', key, params: saved.value === 'cancelled' ? {} : { file: name } })
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))

/** A chart as a picture on the clipboard, else in a file. */
export async function copyPicture(
  host: Host,
  notify: Notify,
  title: string,
  canvas: HTMLCanvasElement | null,
): Promise<void> {
  const png = canvas ? await pngOf(canvas) : null
  if (!png) return notify({ kind: 'done', key: 'slice.copy.nothing', params: {} })
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    notify({ kind: 'done', key: 'slice.copied.picture', params: {} })
  } catch {
    await saveInstead(host, notify, fileName(`${title}.png`), new Uint8Array(await png.arrayBuffer()))
  }
}

const SVG = 'image/svg+xml'

/** A chart as SVG on the clipboard, as text and, where the browser can, as a picture; else in a file. */
export async function copySvg(host: Host, notify: Notify, title: string, svg: string | null): Promise<void> {
  if (svg === null) return notify({ kind: 'done', key: 'slice.copy.nothing', params: {} })
  try {
    const kinds = ['text/plain', ...(ClipboardItem.supports(SVG) ? [SVG] : [])]
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(kinds.map((type) => [type, new Blob([svg], { type })])))])
    notify({ kind: 'done', key: 'copy.copied.svg', params: {} })
  } catch {
    await saveInstead(host, notify, fileName(`${title}.svg`), new TextEncoder().encode(svg))
  }
}

/** Figures as tab-separated text on the clipboard, else in a file. */
export async function copyTable(host: Host, notify: Notify, title: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notify({ kind: 'done', key: 'slice.copied.table', params: {} })
  } catch {
    await saveInstead(host, notify, fileName(`${title}.tsv`), new TextEncoder().encode(`\uFEFF${text}`))
  }
}
