const [STUFFED, TEMPORARY, RESTART_FIRST, RESTART_LAST, END, SCAN] = [0x00, 0x01, 0xd0, 0xd7, 0xd9, 0xda];

/**
 * How many passes a JPEG is built of (ITU-T T.81, B.1): progressive ones have about ten. Each costs a decoder a walk
 * over the whole picture, whatever it holds, so a small file can ask for hours. Bytes that belong nowhere are passed
 * over, as decoders do it. Stops counting above `max`.
 */
export function countJpegScans(bytes: Uint8Array, max: number): number {
  let scans = 0;
  for (let at = 2; scans <= max; ) {
    const found = nextMarker(bytes, at);
    const marker = bytes[found + 1];
    if (found < 0 || marker === undefined || marker === END) break;
    if (marker === SCAN) scans += 1;
    at = found + 2 + (marker === TEMPORARY ? 0 : lengthAt(bytes, found + 2));
  }
  return scans;
}

/** Where the next marker begins that is not part of the pixels; -1: nowhere. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? STUFFED;
    const isOfPixels = marker === STUFFED || (marker >= RESTART_FIRST && marker <= RESTART_LAST);
    if (!isOfPixels && marker !== 0xff) return at;
  }
  return -1;
}

const lengthAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) || 2;
