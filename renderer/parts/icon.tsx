const PATHS = {
  undo: 'M6 4 3 7l3 3M3 7h6a4 4 0 0 1 0 8H7',
  redo: 'M10 4l3 3-3 3M13 7H7a4 4 0 0 0 0 8h2',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  start: 'M2.5 8 8 3l5.5 5M4 7v6h8V7',
  data: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  slice: 'M2 4.5h9M2 8h12M2 11.5h6M5 3v3M9.5 6.5v3M4 10v3',
  code: 'M2.5 3.5h6l5 5-5 5-6-5zM5 6h.01',
  compare: 'M3 13V8M6.5 13V4M10 13v-3M13.5 13V6',
  drivers: 'M8 2v12M8 4.5H3.5M8 8h5.5M8 11.5H5.5',
  summary: 'M2.5 3.5h11v8h-11zM8 11.5v2M5.5 13.5h5M5 6.5h6M5 8.5h4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M10.5 10.5l3.5 3.5',
  plus: 'M8 3.5v9M3.5 8h9',
  back: 'M9.5 4l-4 4 4 4',
  edit: 'M3.5 12.5l.6-2.6 6.6-6.6 2 2-6.6 6.6z',
  remove: 'M3.5 4.5h9M6.5 4.5v-2h3v2M5 4.5l.5 9h5l.5-9',
  check: 'M3.5 8.5l3 3 6-7',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  export: 'M8 10V2.5M5 5.5l3-3 3 3M3 9.5v4h10v-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  history: 'M3 4.5v3h3M3.2 7.5a5 5 0 1 1 .6 3M8 5.5V8l2 1.5',
  quote: 'M3.5 11c2 0 3-1.5 3-3.5V5h-3v3h3M9.5 11c2 0 3-1.5 3-3.5V5h-3v3h3',
  note: 'M3.5 3h9v7l-3 3h-6zM9.5 13v-3h3M5.5 6h5M5.5 8.5h3',
  nothing: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M4.5 11.5l7-7',
  focus: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  views: 'M4 2.5h8v11l-4-3-4 3z',
  basis: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M8 7.5V11M8 5h.01',
  lock: 'M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3M8 7v5M6 10l2 2 2-2',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing beside words or in a named button; says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
