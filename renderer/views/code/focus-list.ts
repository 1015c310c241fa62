/** Gives the focus back to the list of verbatims, where the keys of the screen are at hand. */
export const focusList = (): void => document.querySelector<HTMLElement>('.focus-view, .virtual-list')?.focus({ preventScroll: true })
