/** Numbers that open their responses, and these: a panel at the side, on a phone at the foot. It prints only while it is open. */
export const ROWS_STYLE = `.open{font:inherit;color:inherit;background:none;border:0;padding:.25rem 0;margin:-.25rem 0;cursor:pointer;text-align:inherit;text-decoration:underline dotted var(--tx2) 1px;text-underline-offset:.25em;letter-spacing:inherit;font-variant-numeric:inherit}
.open:hover{color:var(--mark);text-decoration-style:solid}
.open:focus-visible,.close:focus-visible{outline:2px solid var(--mark);outline-offset:2px;border-radius:2px}
.open.small,.sources .open{font-size:.8125rem;color:var(--mark)}
.value .open{padding:0;margin:0;line-height:inherit;text-underline-offset:.08em;text-decoration-thickness:2px}
.sources{font-size:.8125rem;color:var(--tx2);margin-block:-.75rem 1.5rem}
.change .sources{margin-block:.25rem 0}
.sources .open+.open{margin-inline-start:.75rem}
.queries{margin-block-end:2rem}
.queries p{padding-block:.25rem}
.queries ol{columns:18rem 2;column-gap:2rem}
.queries li{border:0;padding:.125rem 0;break-inside:avoid}
.queries code{font:inherit;font-size:.75rem;opacity:.8}
.rows{font-size:.875rem;color:var(--tx1);background:var(--bg1);border:0;border-inline-start:1px solid var(--tx2);padding:0;margin:0;inset:0 0 0 auto;inline-size:min(42rem,100vw);block-size:100dvh;max-block-size:none;box-shadow:0 0 2rem rgb(0 0 0/.25)}
.rows:popover-open{display:flex;flex-direction:column}
.rows::backdrop{background:rgb(0 0 0/.3)}
.rows-head{display:flex;align-items:start;justify-content:space-between;gap:1rem;padding:1rem 1.5rem;border-block-end:1px solid var(--bg2)}
.rows-head p{font-size:1.125rem;font-weight:700;line-height:1.35}
.close{font:inherit;flex:none;color:var(--tx1);background:var(--wash);border:1px solid var(--tx2);border-radius:.25rem;padding:.25rem .75rem;min-block-size:2rem;cursor:pointer}
.rows-body{overflow:auto;padding:1rem 1.5rem 2rem;overscroll-behavior:contain}
.rows-body p{margin-block-end:.5rem}
.rows-body table{margin-block:.75rem}
.day{white-space:nowrap}
.rows-body thead th{position:sticky;inset-block-start:-1rem;background:var(--bg1)}
@media (max-width:36rem){
.rows{inset:auto 0 0;inline-size:100vw;max-inline-size:none;block-size:85dvh;border:0;border-block-start:1px solid var(--tx2)}
.rows-head,.rows-body{padding-inline:1.125rem}
}
@media print{
.open{text-decoration:none}
.sources{display:none}
.open.small{display:none}
body:has(:popover-open) .page{display:none}
.rows{position:static;inline-size:auto;block-size:auto;box-shadow:none;border:0}
.rows-body{overflow:visible;padding:0}
.close{display:none}
}`
