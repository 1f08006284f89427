/** In pixels; `right` and `bottom` lie behind the last one. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Pixels that hang together. */
export type Part = {
  box: Box;
  count: number;
  /** Sum over its pixels. */
  certainty: number;
};

/** The mask with everything grown by `by` pixels each way. */
function grown(mask: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const along = (from: Uint8Array, count: number, lines: number, step: number, jump: number) => {
    const to = new Uint8Array(from.length);
    for (let line = 0; line < lines; line += 1) {
      for (let i = 0; i < count; i += 1) {
        if (!from[line * jump + i * step]) continue;
        const end = Math.min(count - 1, i + by);
        for (let k = Math.max(0, i - by); k <= end; k += 1) to[line * jump + k * step] = 1;
      }
    }
    return to;
  };
  return along(along(mask, width, height, 1, width), height, width, width, 1);
}

/**
 * The parts of a mask that more than two times `reach` pixels keep apart, in the order of their first pixel.
 * `certaintyOf` weighs each pixel.
 */
export function partsOf(
  mask: Uint8Array,
  width: number,
  height: number,
  certaintyOf: (pixel: number) => number,
  reach: number,
): Part[] {
  const wide = grown(mask, width, height, reach);
  const isSeen = new Uint8Array(mask.length);
  const parts: Part[] = [];
  for (let start = 0; start < mask.length; start += 1) {
    if (!wide[start] || isSeen[start]) continue;
    const part: Part = { box: { left: width, top: height, right: 0, bottom: 0 }, count: 0, certainty: 0 };
    const open = [start];
    isSeen[start] = 1;
    for (let pixel = open.pop(); pixel !== undefined; pixel = open.pop()) {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      if (mask[pixel]) {
        part.count += 1;
        part.certainty += certaintyOf(pixel);
        part.box.left = Math.min(part.box.left, x);
        part.box.right = Math.max(part.box.right, x + 1);
        part.box.top = Math.min(part.box.top, y);
        part.box.bottom = Math.max(part.box.bottom, y + 1);
      }
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const next = pixel + dy * width + dx;
          const isInside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
          if (!isInside || !wide[next] || isSeen[next]) continue;
          isSeen[next] = 1;
          open.push(next);
        }
      }
    }
    parts.push(part);
  }
  return parts;
}
