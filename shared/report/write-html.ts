import { translator } from '../locale/translate'
import { base64 } from './base64'
import { coverOf, sectionsOf, type Section } from './flow/sections'
import { fontFaces } from './font/faces'
import type { FontFiles } from './font/fonts'
import type { Evidence } from './evidence'
import { openerOf, type Opener } from './html/opener'
import { partMarkup } from './html/parts'
import { rowsMarkup } from './html/rows'
import { styleSheet } from './html/style'
import { EARSHOT_BRAND, themeOf, type Brand } from './layout/brand'
import type { Outline } from './outline'
import { escapeXml } from './pptx/xml'

/** What a page needs of whoever runs the writer. */
export interface HtmlNeeds {
  readonly fonts: FontFiles
  /** SHA-256 of `bytes` in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>
  /** The responses that numbers open; without it they are numbers alone. */
  readonly evidence?: Evidence
}

/**
 * The summary as one page of HTML that refers to nothing: its letters come along, its policy lets nothing else in and
 * no script run. Its markup is well-formed XML too. The same outline gives the same bytes.
 */
export async function writeHtml(outline: Outline, { fonts, sha256, evidence }: HtmlNeeds, brand: Brand = EARSHOT_BRAND): Promise<Uint8Array> {
  const body = bodyMarkup(outline, brand, evidence ?? null)
  const style = styleSheet(fontFaces(fonts, body), themeOf(brand))
  const encoder = new TextEncoder()
  const hash = base64(fromHex(await sha256(encoder.encode(style))))
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; ${brand.logo === null ? '' : 'img-src data:; '}base-uri 'none'; form-action 'none'`
  const title = escapeXml(`${coverOf(outline).title} – ${coverOf(outline).subtitle}`)
  const page =
    '<!DOCTYPE html>\n' +
    `<html lang="${outline.locale}"><head><meta charset="utf-8"/>` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}"/>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="generator" content="Earshot"/>' +
    `<meta name="date" content="${escapeXml(outline.at)}"/><title>${title}</title>\n<style>${style}</style></head>\n${body}</html>\n`
  return encoder.encode(page)
}

function bodyMarkup(outline: Outline, { logo, name }: Brand, evidence: Evidence | null): string {
  const say = translator(outline.locale)
  const opener = openerOf(outline, evidence, { show: say('report.rows.show'), behind: say('report.rows.open') })
  const { title, subtitle, lines } = coverOf(outline)
  const sections = sectionsOf(outline)
  const picture = logo === null ? '' : `<img class="logo" src="data:${logo.type};base64,${logo.data}" width="${logo.width}" height="${logo.height}" alt="${escapeXml(name)}"/>`
  const cover = `<header class="cover">${picture}<h1>${escapeXml(title)}</h1><p class="subtitle">${escapeXml(subtitle)}</p>${lines.map((line) => `<p>${escapeXml(line)}</p>`).join('')}</header>`
  const rows = evidence === null ? { list: '', panels: '' } : rowsMarkup(outline, evidence)
  const contents = sections.map((section, at) => `<li><a href="#s${at + 1}">${escapeXml(section.title)}</a></li>`).join('\n')
  return (
    `<body><div class="page">\n${cover}\n` +
    `<nav class="contents" aria-labelledby="contents"><h2 id="contents">${escapeXml(say('paper.contents'))}</h2><ol>\n${contents}\n</ol></nav>\n` +
    `<main>\n${sections.map((section, at) => sectionMarkup(section, at + 1, say('paper.notes'), opener)).join('\n')}\n${rows.list}\n</main>\n` +
    `<footer class="colophon">${escapeXml(outline.footer)}</footer>\n</div>\n${rows.panels}</body>`
  )
}

const sectionMarkup = ({ title, parts, sources, notes }: Section, number: number, notesName: string, opener: Opener): string =>
  `<section id="s${number}" aria-labelledby="h${number}"><h2 id="h${number}">${escapeXml(title)}</h2>\n` +
  parts.map((part) => partMarkup(part, title, opener) + (part.kind === 'lines' ? opener.sources(sources) : '')).join('\n') +
  (notes.length === 0
    ? ''
    : `\n<details><summary>${escapeXml(notesName)}</summary><ul>${notes.map((note) => `<li>${escapeXml(note)}</li>`).join('')}</ul></details>`) +
  '</section>'

const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16))
