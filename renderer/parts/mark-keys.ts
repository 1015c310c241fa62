/** Whether a press adds to what is picked: Ctrl, ⌘ or Shift are held. */
export const isAdding = (press: {
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}): boolean => press.ctrlKey || press.metaKey || press.shiftKey

/** Whether a key picks the mark that has the focus. */
export const isPick = ({ key }: { readonly key: string }): boolean => key === 'Enter' || key === ' '
