/** A description of the document: what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, place) => {
    if (place % 2 === 0) return part;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places.
    return <code key={place}>{part}</code>;
  });
}
