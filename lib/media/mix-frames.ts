import type { YuvFrame } from './yuv.ts';

const wordsOf = ({ data }: YuvFrame) =>
  new Uint32Array(data.buffer, data.byteOffset, Math.floor(data.byteLength / 4));

/** `share` 0…1 of `over` on top of `under`, written to `out`. Four samples share a number: two go through at once. */
export function mixFrames(under: YuvFrame, over: YuvFrame, share: number, out: YuvFrame): void {
  const weight = Math.round(share * 256);
  const rest = 256 - weight;
  const [a, b, mixed] = [wordsOf(under), wordsOf(over), wordsOf(out)];
  for (let i = 0; i < mixed.length; i += 1) {
    const low = (a[i] as number) | 0;
    const high = (b[i] as number) | 0;
    const even = Math.imul(low & 0xff00ff, rest) + Math.imul(high & 0xff00ff, weight) + 0x800080;
    const odd =
      Math.imul((low >>> 8) & 0xff00ff, rest) + Math.imul((high >>> 8) & 0xff00ff, weight) + 0x800080;
    mixed[i] = ((even >>> 8) & 0xff00ff) | (odd & 0xff00ff00);
  }
  for (let i = mixed.length * 4; i < out.data.length; i += 1) {
    out.data[i] = ((under.data[i] as number) * rest + (over.data[i] as number) * weight + 128) >> 8;
  }
}
