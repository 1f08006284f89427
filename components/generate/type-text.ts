/**
 * Puts text in the place of the selection as if it was typed, so that undo takes it back; where the browser has no
 * command for that the value is set by hand.
 */
export function typeText(area: HTMLTextAreaElement, text: string, onChange: (value: string) => void): void {
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  onChange(area.value);
}
