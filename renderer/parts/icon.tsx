const PATHS = {
  undo: 'M6 4 3 7l3 3M3 7h6a4 4 0 0 1 0 8H7',
  redo: 'M10 4l3 3-3 3M13 7H7a4 4 0 0 0 0 8h2',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  start: 'M2.5 8 8 3l5.5 5M4 7v6h8V7',
  data: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  slice: 'M2 4.5h9M2 8h12M2 11.5h6M5 3v3M9.5 6.5v3M4 10v3',
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
