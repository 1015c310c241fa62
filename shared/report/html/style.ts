import { HEAT_STEPS } from './heat-class'
import type { Theme } from '../layout/brand'
import { hexOf, type Color } from '../layout/look'
import { ROWS_STYLE } from './rows-style'

const COLORS = ['tx1', 'tx2', 'bg1', 'bg2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const satisfies readonly Color[]

/** On dark paper: the same hues, light enough to be told from it; orange and blue stay apart. */
const DARK: Readonly<Record<Color, string>> = {
  tx1: '#E8ECF1',
  tx2: '#A3AEBB',
  bg1: '#14181D',
  bg2: '#2E363F',
  accent1: '#8DBEEC',
  accent2: '#4F9FDB',
  accent3: '#8A949E',
  accent4: '#EC8A4B',
  accent5: '#5F6973',
  accent6: '#46749E',
}

const variables = (hex: (color: Color) => string): string => COLORS.map((color) => `--${color}:${hex(color)};`).join('')

/** Classes by which a picture's shapes take their colours. */
const CLASSES = COLORS.map((color) => `.fill-${color}{fill:var(--${color})}.stroke-${color}{stroke:var(--${color})}.paint-${color}{background:var(--${color})}`).join('\n')

/** Cells of a heat map: below, then above, each in steps; the tint is laid over the paper, whatever its colour. */
const HEATS = ([['d', 'accent4'], ['p', 'accent2']] as const)
  .flatMap(([name, color]) => Array.from({ length: HEAT_STEPS }, (_, at) => `.heat-${name}${at + 1}{background:color-mix(in srgb,var(--${color}) ${Math.round(((at + 1) / HEAT_STEPS) * 50)}%,transparent)}`))
  .join('\n')

const light = (theme: Theme): string => `${variables((color) => hexOf(color, theme))}--wash:#F5F7F9;--mark:#${theme.accent1};`

/** The page's style sheet. `faces` are its fonts. */
export const styleSheet = (faces: string, theme: Theme): string => `${faces}
:root{color-scheme:light dark;${light(theme)}}
@media screen and (prefers-color-scheme:dark){:root{${variables((color) => DARK[color])}--wash:#1B2026;--mark:#8DBEEC;}}
${CLASSES}
*{box-sizing:border-box}
html{font:400 100%/1.6 Report,Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",system-ui,sans-serif;color:var(--tx1);background:var(--bg1);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;line-break:strict;word-break:keep-all;overflow-wrap:anywhere}
h1,h2,p,ul,ol,dl,dd,figure,blockquote{margin:0;padding:0}
ul,ol{list-style:none}
a{color:var(--mark)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--mark);outline-offset:2px;border-radius:2px}
.page{max-width:76rem;margin:0 auto;padding:3rem 2rem 4rem;display:grid;grid-template-columns:14rem minmax(0,52rem);column-gap:4rem;justify-content:center}
.cover{grid-column:1/-1;border-inline-start:.375rem solid var(--mark);padding-inline-start:1.5rem;margin-block-end:3.5rem}
.logo{display:block;inline-size:auto;block-size:auto;max-inline-size:min(14rem,60vw);max-block-size:3.5rem;margin-block-end:1.25rem}
@media screen and (prefers-color-scheme:dark){.logo{background:#FFFFFF;padding:.5rem;border-radius:.25rem}}
.cover h1{font-size:clamp(1.75rem,1.2rem + 2.4vw,2.75rem);line-height:1.2;font-weight:700;letter-spacing:-.01em;text-wrap:balance}
.cover .subtitle{font-size:1.125rem;margin-block:.375rem .75rem;color:var(--tx1)}
.cover p{color:var(--tx2)}
.contents{align-self:start;position:sticky;inset-block-start:2rem;font-size:.875rem;line-height:1.4}
.contents h2{font-size:.8125rem;font-weight:700;color:var(--tx2);margin-block-end:.5rem}
.contents li{border-block-start:1px solid var(--bg2)}
.contents a{display:block;padding:.5rem 0;color:var(--tx1);text-decoration:none}
.contents a:hover{color:var(--mark);text-decoration:underline}
main{min-width:0}
section{padding-block:0 3.5rem;scroll-margin-top:1.5rem}
section+section{border-block-start:1px solid var(--bg2);padding-block-start:2.5rem}
section>h2{font-size:1.5rem;line-height:1.3;font-weight:700;letter-spacing:-.005em;text-wrap:balance;margin-block-end:.75rem}
.lines p,details{max-width:46rem}
.lines p{color:var(--tx2);margin-block-end:.25rem}
.lines,.picture,.scroll,.quotes,.facts,.foot,.headline{margin-block-end:1.5rem}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.8125rem;margin-block-end:.75rem}
${HEATS}
.foot{font-size:.8125rem;color:var(--tx2);margin-block-start:-.75rem}
.picture svg{display:block;width:100%;height:auto;font-family:inherit;font-variant-numeric:tabular-nums}
.picture .narrow{display:none}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.35;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:.5rem .625rem;border-block-end:1px solid var(--bg2);text-align:start;vertical-align:baseline;font-weight:400}
thead th,thead td{color:var(--tx2);font-weight:700;font-size:.8125rem;border-block-end-color:var(--tx2);vertical-align:bottom}
th:first-child,td:first-child{padding-inline-start:0}
th:last-child,td:last-child{padding-inline-end:0}
tbody th{min-width:8rem;overflow-wrap:anywhere}
.many,.many thead th{font-size:.75rem}
.many th,.many td{padding-inline:.25rem}
.many tbody th{min-width:6rem}
.many thead .number{min-width:3.5rem}
.heat thead .number{overflow-wrap:anywhere;min-width:4.75rem}
.number{text-align:end;white-space:nowrap}
thead .number{white-space:normal}
.muted,.muted th{color:var(--tx2)}
.mark{color:var(--tx2);font-size:.75rem;margin-inline-start:.375rem;white-space:nowrap}
.sign{display:inline-block;inline-size:.625rem;block-size:.625rem;margin-inline-end:.5rem;border-radius:1px}
.headline{display:grid;grid-template-columns:minmax(12rem,1fr) 2fr;gap:2rem 3rem;align-items:start}
.score .value{font-size:4.5rem;line-height:1.1;font-weight:700;color:var(--mark);letter-spacing:-.02em}
.score .value.muted{color:var(--tx2)}
.label{color:var(--tx2);font-size:.875rem}
.strong{font-weight:700}
.quiet{color:var(--tx2);font-size:.875rem}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:1rem;margin-block-start:.75rem}
.groups dt{font-size:.875rem}
.groups .share{font-size:1.625rem;line-height:1.3;font-weight:700}
.change{grid-column:1/-1;border-block-start:1px solid var(--bg2);padding-block-start:1.25rem}
.change .strong{font-size:1.125rem}
.quotes{display:grid;gap:1.75rem}
.quotes blockquote{border-inline-start:.25rem solid var(--bg2);padding-inline-start:1rem}
.quotes .tone-promoters{border-color:var(--accent2)}
.quotes .tone-passives{border-color:var(--accent3)}
.quotes .tone-detractors{border-color:var(--accent4)}
.quotes .head{font-size:.8125rem;font-weight:700}
.quotes .text{font-size:1.0625rem;margin-block:.25rem;white-space:pre-line}
.quotes footer{font-size:.8125rem;color:var(--tx2)}
.facts div{display:grid;grid-template-columns:8rem 1fr;gap:.25rem 1.5rem;padding-block:.625rem;border-block-end:1px solid var(--bg2)}
.facts dt{font-weight:700;font-size:.875rem;color:var(--tx2)}
.facts dd{font-size:.9375rem}
details{font-size:.875rem;color:var(--tx2)}
summary{cursor:pointer;padding-block:.25rem;width:fit-content}
details li{padding-block:.25rem;padding-inline-start:1rem;border-inline-start:1px solid var(--bg2)}
.colophon{grid-column:1/-1;border-block-start:1px solid var(--bg2);padding-block-start:1rem;font-size:.8125rem;color:var(--tx2)}
@media (max-width:70rem){
.page{display:block;max-width:50rem}
.contents{position:static;margin-block-end:3rem}
}
@media (max-width:36rem){
.page{padding:1.75rem 1.125rem 2.5rem}
.cover{margin-block-end:2rem;padding-inline-start:1rem}
.headline{display:block}
.groups{grid-template-columns:repeat(3,1fr);gap:.5rem}
.groups .share{font-size:1.375rem}
.headline>*+*{margin-block-start:1.5rem}
.score .value{font-size:3.75rem}
.picture .wide{display:none}
.picture .narrow{display:block}
.facts div{display:block}
section>h2{font-size:1.3125rem}
table,.many,thead th,.many thead th{font-size:.75rem}
th,td{padding-inline:.25rem}
.scroll th:first-child{position:sticky;inset-inline-start:0;background:var(--bg1);min-width:5.75rem;max-width:9rem}
.scroll{background:linear-gradient(to left,var(--bg1) 40%,transparent) right/2.5rem 100% no-repeat local,linear-gradient(to left,color-mix(in srgb,var(--tx1) 20%,transparent),transparent) right/.75rem 100% no-repeat scroll}
}
@media print{
td,.sign{print-color-adjust:exact;-webkit-print-color-adjust:exact}
@page{size:A4;margin:18mm 16mm 20mm}
html{font-size:10pt;line-height:1.45}
.page{display:block;padding:0;max-width:none}
.contents{position:static;break-after:page}
.scroll{overflow:visible;background:none}
section{padding-block-end:1.5rem}
section>h2,.lines,.key,.picture,thead,.label{break-after:avoid}
.lines,.key,figure,tr,blockquote,.scroll,.headline,.facts div{break-inside:avoid}
table{font-size:8.5pt}
th,td{padding-inline:.3rem}
.contents a{padding:.25rem 0}
.scroll+.foot{break-before:avoid}
details{display:none}
}
${ROWS_STYLE}
`
