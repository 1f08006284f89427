import sharp from 'sharp';

const SIDE = 32;
const LOW = 8;
/** See-through parts are taken as mid grey, so that a cut-out and its matte do not differ by what lies below. */
const GROUND = { r: 128, g: 128, b: 128 };

const COSINES = Float64Array.from({ length: LOW * SIDE }, (_, i) => {
  const [frequency, at] = [Math.floor(i / SIDE), i % SIDE];
  return Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * SIDE));
});

/** The lowest 8 × 8 frequencies of a 32 × 32 picture: type-II cosine transform, unscaled. */
function lowFrequencies(grey: Buffer): Float64Array {
  const rows = new Float64Array(SIDE * LOW);
  for (let y = 0; y < SIDE; y += 1) {
    for (let u = 0; u < LOW; u += 1) {
      let total = 0;
      for (let x = 0; x < SIDE; x += 1) total += (grey[y * SIDE + x] ?? 0) * (COSINES[u * SIDE + x] ?? 0);
      rows[y * LOW + u] = total;
    }
  }
  const out = new Float64Array(LOW * LOW);
  for (let v = 0; v < LOW; v += 1) {
    for (let u = 0; u < LOW; u += 1) {
      let total = 0;
      for (let y = 0; y < SIDE; y += 1) total += (rows[y * LOW + u] ?? 0) * (COSINES[v * SIDE + y] ?? 0);
      out[v * LOW + u] = total;
    }
  }
  return out;
}

/**
 * 64-bit perceptual hash of an image (bytes of PNG, JPEG or WebP) as 16 hex digits: which low frequencies lie above
 * their median (pHash; Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010).
 */
export async function perceptualHash(image: Buffer): Promise<string> {
  const grey = await sharp(image)
    .flatten({ background: GROUND })
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer();
  const frequencies = lowFrequencies(grey);
  // The first one is the mean brightness and says nothing about what is shown.
  const sorted = frequencies.slice(1).sort();
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let hash = 0n;
  for (const [i, value] of frequencies.entries()) hash = (hash << 1n) | (i > 0 && value > median ? 1n : 0n);
  return hash.toString(16).padStart(16, '0');
}
