/**
 * Puts a text in the place of a part of a field, [from, to), as if it had been typed: the field's own undo takes it
 * back, which it would not if its value were set.
 */
export function replaceText(field: HTMLTextAreaElement | HTMLInputElement, from: number, to: number, text: string): void {
  field.focus()
  field.setSelectionRange(from, to)
  document.execCommand('insertText', false, text)
}
