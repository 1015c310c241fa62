import type PptxGenJS from 'pptxgenjs'
import { ACCENT, GREY, INK, LINE, PAGE } from './look'

export const MASTERS = { cover: 'Earshot cover', page: 'Earshot page', bare: 'Earshot page without text' } as const

const TITLE = { x: PAGE.left, y: 0.34, w: PAGE.width, h: 0.8 } as const
const BODY = { x: PAGE.left, y: 1.2, w: PAGE.width, h: 0.78 } as const
const FLUSH = { margin: 0, align: 'left' } as const

/** Three layouts: a cover, a page with title and text, and a page with a title only. All but the cover have a foot. */
export function defineMasters(deck: PptxGenJS, footer: string): void {
  const title = {
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        ...TITLE,
        ...FLUSH,
        valign: 'middle' as const,
        fontSize: 22,
        bold: true,
        color: INK,
      },
      text: '',
    },
  }
  const body = {
    placeholder: {
      options: {
        name: 'body',
        type: 'body' as const,
        ...BODY,
        ...FLUSH,
        valign: 'top' as const,
        fontSize: 14,
        color: GREY,
      },
      text: '',
    },
  }
  const foot = [
    { line: { x: PAGE.left, y: PAGE.footer, w: PAGE.width, h: 0, line: { color: LINE, width: 0.75 } } },
    {
      text: {
        text: footer,
        options: {
          x: PAGE.left,
          y: PAGE.footer + 0.05,
          w: PAGE.width - 1,
          h: 0.28,
          ...FLUSH,
          fontSize: 9,
          color: GREY,
          valign: 'middle' as const,
        },
      },
    },
  ]
  const slideNumber = {
    x: PAGE.left + PAGE.width - 0.8,
    y: PAGE.footer + 0.05,
    w: 0.8,
    h: 0.28,
    margin: 0,
    align: 'right' as const,
    valign: 'middle' as const,
    fontSize: 9,
    color: GREY,
  }
  deck.defineSlideMaster({ title: MASTERS.page, objects: [title, body, ...foot], slideNumber })
  deck.defineSlideMaster({ title: MASTERS.bare, objects: [copyOf(title), ...foot], slideNumber })
  deck.defineSlideMaster({
    title: MASTERS.cover,
    objects: [
      { rect: { x: PAGE.left, y: 2.3, w: 0.09, h: 2.05, fill: { color: ACCENT } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: PAGE.left + 0.35,
            y: 2.2,
            w: PAGE.width - 0.35,
            h: 1.2,
            ...FLUSH,
            valign: 'middle',
            fontSize: 40,
            bold: true,
            color: INK,
          },
          text: '',
        },
      },
      {
        placeholder: {
          options: {
            name: 'body',
            type: 'body',
            x: PAGE.left + 0.35,
            y: 3.4,
            w: PAGE.width - 0.35,
            h: 2.2,
            ...FLUSH,
            valign: 'top',
            fontSize: 16,
            color: GREY,
          },
          text: '',
        },
      },
    ],
  })
}

/** The library rewrites the options it is given, so each layout needs its own. */
const copyOf = <T extends { readonly placeholder: { readonly options: object; readonly text: string } }>(
  object: T,
): T => ({
  ...object,
  placeholder: { ...object.placeholder, options: { ...object.placeholder.options, name: 'title', type: 'title' } },
})
