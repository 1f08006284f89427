/*
 * JPEG files that no encoder here writes, of blocks in one colour each. By hand because they need only the first
 * coefficient of a block (ITU-T T.81); what a picture holds does not matter where its envelope is the case.
 */

type Options = {
  /** Bits of a sample. */
  precision?: 8 | 12;
  /** What Adobe's marker says of four components: 0 CMYK, 2 YCCK. None: no marker. */
  adobeTransform?: 0 | 2;
  /** Lossless (process 14): samples by their difference to the one before instead of blocks. */
  isLossless?: boolean;
  /** Written between the tables and the first scan, such as many empty scans. */
};

/** `blocks`: values of the components of each block of 8 × 8 samples, row by row, `across` in a row. */
export function flatJpeg(
  blocks: readonly (readonly number[])[],
  across: number,
  { precision = 8, adobeTransform, isLossless = false }: Options = {},
): Buffer {
  const count = blocks[0]?.length ?? 1;
  const [width, height] = [across * 8, (blocks.length / across) * 8];
  const adobe = Buffer.from(`Adobe\0\x64\0\0\0\0${String.fromCharCode(adobeTransform ?? 0)}`, 'latin1');
  const components = Array.from({ length: count }, (_, i) => [i + 1, 0x11, 0]).flat();
  const frame = [precision, height >> 8, height & 255, width >> 8, width & 255, count, ...components];
  const selectors = Array.from({ length: count }, (_, i) => [i + 1, 0]).flat();
  const spectral = isLossless ? [1, 0, 0] : [0, 63, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(adobeTransform === undefined ? [] : [segment(0xee, adobe)]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(isLossless ? 0xc3 : precision === 12 ? 0xc1 : 0xc0, frame),
    // Sixteen codes of five bits for the length of a difference, and one bit for "nothing else in this block".
    segment(0xc4, [
      0x00,
      0,
      0,
      0,
      0,
      16,
      ...Array<number>(11).fill(0),
      ...Array.from({ length: 16 }, (_, i) => i),
    ]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [count, ...selectors, ...spectral]),
    isLossless ? losslessScan(width * height) : blockScan(blocks, precision),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function segment(marker: number, data: Uint8Array | readonly number[]): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, Buffer.from(data)]);
}

function blockScan(blocks: readonly (readonly number[])[], precision: number): Buffer {
  const middle = 2 ** (precision - 1);
  const last: number[] = [];
  let bits = '';
  for (const block of blocks) {
    block.forEach((value, component) => {
      const level = 8 * (value - middle);
      bits += `${difference(level - (last[component] ?? 0))}0`;
      last[component] = level;
    });
  }
  return packed(bits);
}

/** One grey all over: the value that the first sample is guessed to have. */
const losslessScan = (samples: number) => packed(difference(0).repeat(samples));

/** Length in bits by its code, then the bits; of negative ones the complement. */
function difference(value: number): string {
  const length = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
  const code = length.toString(2).padStart(5, '0');
  if (length === 0) return code;
  return code + (value > 0 ? value : value + 2 ** length - 1).toString(2).padStart(length, '0');
}

function packed(bits: string): Buffer {
  const full = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes: number[] = [];
  for (let i = 0; i < full.length; i += 8) {
    const byte = Number.parseInt(full.slice(i, i + 8), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Buffer.from(bytes);
}

/** A grey progressive JPEG whose first pass is followed by so many that add nothing. */
export function scanBomb(width: number, height: number, scans: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const frame = [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  // "No coefficients in this and the next 32,766 blocks" has the only code of the table, one bit.
  const runs = Array.from({ length: Math.ceil(blocks / 32_767) }, (_, i) => {
    const run = Math.min(32_767, blocks - i * 32_767);
    const length = Math.floor(Math.log2(run));
    return { symbol: length << 4, length, extra: run - 2 ** length };
  });
  const symbols = [...new Set(runs.map(({ symbol }) => symbol))];
  const code = ({ symbol }: { symbol: number }) => symbols.indexOf(symbol).toString(2).padStart(2, '0');
  const empty = packed(
    runs
      .map((run) => code(run) + (run.length ? run.extra.toString(2).padStart(run.length, '0') : ''))
      .join(''),
  );
  const pass = Buffer.concat([segment(0xda, [1, 1, 0, 1, 63, 0]), empty]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc2, frame),
    segment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xc4, [0x10, 0, symbols.length, ...Array<number>(14).fill(0), ...symbols]),
    segment(0xda, [1, 1, 0, 0, 0, 0]),
    packed('0'.repeat(blocks)),
    ...Array<Buffer>(scans).fill(pass),
    Buffer.from([0xff, 0xd9]),
  ]);
}
