/**
 * Where output samples lie in a row or column of a layer: those from `from` to before `to` do. `before` is the layer
 * sample before each, `after` the weight of the next one in 1/256.
 */
export type Taps = { from: number; to: number; before: Int32Array; after: Int32Array };

/**
 * Output sample i lies at `first + i * step`, in layer samples; sample k is centred at k. An endless layer goes on
 * beyond its edge with its last samples.
 */
export function tapsOf(count: number, size: number, isEndless: boolean, first: number, step: number): Taps {
  const before = new Int32Array(count);
  const after = new Int32Array(count);
  let from = count;
  let to = 0;
  for (let i = 0; i < count; i += 1) {
    const at = first + i * step;
    if (!isEndless && (at < -0.5 || at > size - 0.5)) continue;
    from = Math.min(from, i);
    to = i + 1;
    const fixed = Math.round(Math.min(size - 1, Math.max(0, at)) * 256);
    // The last sample is reached with full weight from the one before it, so the one after is always inside.
    const sample = Math.min(size - 2, fixed >> 8);
    before[i] = sample;
    after[i] = fixed - sample * 256;
  }
  return { from: Math.min(from, to), to, before, after };
}
