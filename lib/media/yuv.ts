/**
 * A picture as H.264 stores it: 8-bit Y′CbCr, BT.709, limited range, colour at half size (4:2:0), left-sited.
 * One buffer, planes after one another without padding; width and height are even.
 */
export type YuvFrame = {
  width: number;
  height: number;
  data: Buffer;
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
};

/**
 * A picture that is drawn into frames; sides even. Two samples share a number, 16 bits each, so that one
 * multiplication weighs both. `luma`: with alpha Y and alpha, else Y and the Y of the row below. `chroma`: Cb and Cr
 * of four pixels. With alpha everything is premultiplied. `layerFromPixels` makes it of shared memory: a thread takes
 * it without a copy.
 */
export type YuvLayer = {
  width: number;
  height: number;
  luma: Uint32Array;
  chroma: Uint32Array;
  /** Mean alpha of four pixels; null: opaque. */
  alphaHalf: Uint8Array | null;
};

/** Raw pixels as sharp gives them: 3 or 4 bytes a pixel, sRGB. */
export type RawPixels = { data: Uint8Array; width: number; height: number; channels: number };

/** A black frame; its planes are views of `data`. */
export function createFrame(width: number, height: number): YuvFrame {
  const size = width * height;
  const bytes = new ArrayBuffer((size * 3) / 2);
  const data = Buffer.from(bytes);
  data.fill(16, 0, size).fill(128, size);
  return {
    width,
    height,
    data,
    y: new Uint8Array(bytes, 0, size),
    u: new Uint8Array(bytes, size, size / 4),
    v: new Uint8Array(bytes, size + size / 4),
  };
}

/** Luma of a pixel in 16…235, 16-bit fixed point (ITU-R BT.709-6, section 3). */
function lumaOf(red: number, green: number, blue: number): number {
  return 16 + ((11966 * red + 40254 * green + 4064 * blue + 32768) >> 16);
}

/** Turns raw sRGB pixels of even size into a layer; a colour sample is the mean of its four pixels. */
export function layerFromPixels({ data, width, height, channels }: RawPixels): YuvLayer {
  if (width % 2 || height % 2) throw new RangeError('A layer has even sides.');
  const hasAlpha = channels === 4;
  const count = width * height;
  const luma = new Uint32Array(new SharedArrayBuffer(count * 4));
  const chroma = new Uint32Array(new SharedArrayBuffer(count));
  const alphaHalf = hasAlpha ? new Uint8Array(new SharedArrayBuffer(count / 4)) : null;
  for (let at = 0, from = 0; at < count; at += 1, from += channels) {
    const level = lumaOf(data[from] as number, data[from + 1] as number, data[from + 2] as number);
    if (hasAlpha) {
      const opacity = data[from + 3] as number;
      luma[at] = Math.round((level * opacity) / 255) | (opacity << 16);
    } else luma[at] = level;
  }
  const row = width * channels;
  for (let y = 0, at = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, at += 1) {
      const corner = y * row + x * channels;
      let opacity = 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let k = 0; k < 4; k += 1) {
        const from = corner + (k & 1 ? channels : 0) + (k & 2 ? row : 0);
        const weight = hasAlpha ? (data[from + 3] as number) : 255;
        opacity += weight;
        red += (data[from] as number) * weight;
        green += (data[from + 1] as number) * weight;
        blue += (data[from + 2] as number) * weight;
      }
      // Sums over four pixels of 255: 1020 is one, and the colour is premultiplied by what they cover.
      const cb = (128 * opacity + (-0.100644 * red - 0.338572 * green + 0.439216 * blue)) / 1020;
      const cr = (128 * opacity + (0.439216 * red - 0.398942 * green - 0.040274 * blue)) / 1020;
      chroma[at] = Math.round(cb) | (Math.round(cr) << 16);
      if (alphaHalf) alphaHalf[at] = Math.round(opacity / 4);
    }
  }
  if (!hasAlpha) packRowBelow(luma, width);
  return { width, height, luma, chroma, alphaHalf };
}

function packRowBelow(luma: Uint32Array, width: number): void {
  const last = luma.length - width;
  for (let at = 0; at < luma.length; at += 1) {
    const own = luma[at] as number;
    luma[at] = own | (((at < last ? (luma[at + width] as number) : own) & 255) << 16);
  }
}

/** The frame as raw sRGB pixels, three bytes each; colour is interpolated from its left-sited samples. */
export function pixelsFromFrame({ width, height, y, u, v }: YuvFrame): RawPixels {
  const halfWidth = width / 2;
  // Clamped: it rounds and limits what is stored by itself.
  const data = new Uint8ClampedArray(width * height * 3);
  const cb = new Float64Array(halfWidth);
  const cr = new Float64Array(halfWidth);
  for (let row = 0; row < height; row += 1) {
    const near = row >> 1;
    const far = Math.min(height / 2 - 1, Math.max(0, row & 1 ? near + 1 : near - 1));
    colourRow(u, near * halfWidth, far * halfWidth, cb);
    colourRow(v, near * halfWidth, far * halfWidth, cr);
    pixelRow(y, row * width, cb, cr, data);
  }
  return { data: new Uint8Array(data.buffer), width, height, channels: 3 };
}

/** A row of colour differences between two rows of samples, three parts of the nearer one. */
function colourRow(plane: Uint8Array, near: number, far: number, out: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) {
    out[i] = (3 * (plane[near + i] as number) + (plane[far + i] as number)) / 4 - 128;
  }
}

function pixelRow(
  y: Uint8Array,
  from: number,
  cb: Float64Array,
  cr: Float64Array,
  data: Uint8ClampedArray,
): void {
  const last = cb.length - 1;
  for (let x = 0; x < 2 * cb.length; x += 1) {
    const left = x >> 1;
    const right = Math.min(last, left + (x & 1));
    const blue = ((cb[left] as number) + (cb[right] as number)) / 2;
    const red = ((cr[left] as number) + (cr[right] as number)) / 2;
    const level = 1.164384 * ((y[from + x] as number) - 16);
    const at = (from + x) * 3;
    data[at] = level + 1.792741 * red;
    data[at + 1] = level - 0.213249 * blue - 0.532909 * red;
    data[at + 2] = level + 2.112402 * blue;
  }
}
