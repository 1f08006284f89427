import { ROWS } from './rows.generated.ts';

/** What rows.assembly exports; places are bytes in the module's memory. */
export type RowFunctions = {
  opaqueLuma(out: number, row: number, below: number, offsets: number, weights: number, count: number): void;
  blendedLuma(
    out: number,
    row: number,
    next: number,
    below: number,
    offsets: number,
    weights: number,
    count: number,
  ): void;
  opaqueChroma(
    u: number,
    v: number,
    row: number,
    next: number,
    below: number,
    offsets: number,
    weights: number,
    count: number,
  ): void;
  blendedChroma(
    u: number,
    v: number,
    row: number,
    next: number,
    alpha: number,
    alphaNext: number,
    below: number,
    offsets: number,
    weights: number,
    count: number,
  ): void;
};

const PAGE = 65_536;
const MOST_PAGES = 16_384;
/** Vectors are read and written whole: there is room behind everything. */
const ROOM = 16;

export type RowMemory = {
  draw: RowFunctions;
  /** All of the memory; anew after each `take`, which may move it. */
  bytes(): Uint8Array;
  /** A place for so many bytes. */
  take(length: number): number;
  /** Bytes that are taken. */
  used(): number;
  /** Gives back what was taken since `used` was this; 0: all. */
  release(used: number): void;
};

/** The compiled rows with a memory of their own. */
export function rowMemory(): RowMemory {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(ROWS, 'base64')), {
    env: { memory },
  });
  let bytes = new Uint8Array(memory.buffer);
  let end = ROOM;
  return {
    draw: exports as RowFunctions,
    bytes: () => bytes,
    take(length) {
      const at = end;
      end += Math.ceil((length + ROOM) / ROOM) * ROOM;
      const missing = end - bytes.length;
      if (missing > 0) {
        memory.grow(Math.ceil(missing / PAGE));
        bytes = new Uint8Array(memory.buffer);
      }
      return at;
    },
    used: () => end,
    release(used) {
      end = Math.max(ROOM, used);
    },
  };
}
