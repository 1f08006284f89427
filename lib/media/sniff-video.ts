/** How many bytes from the start `sniffVideo` wants to see. */
export const SNIFF_VIDEO_BYTES = 64;

export type VideoContainer = {
  mediaType: 'video/mp4' | 'video/quicktime' | 'video/webm';
  demuxer: 'mov' | 'matroska';
};

/** Brands of ISO files that hold a still picture or nothing that plays here. */
const STILL_BRANDS = /^(avi[fs]|hei[cfmsx]|hev[cx]|mif1|msf1|jpeg)/;

/**
 * The container that the first bytes announce, or null. Its demuxer is then the only one that may open the file: a
 * playlist that calls itself MP4 never gets to name other files.
 */
export function sniffVideo(head: Uint8Array): VideoContainer | null {
  const text = String.fromCharCode(...head.subarray(0, SNIFF_VIDEO_BYTES));
  if (text.startsWith('\x1a\x45\xdf\xa3')) return { mediaType: 'video/webm', demuxer: 'matroska' };
  const box = text.slice(4, 8);
  const brand = text.slice(8, 12);
  if (box === 'ftyp' && brand === 'qt  ') return { mediaType: 'video/quicktime', demuxer: 'mov' };
  if (box === 'ftyp' && !STILL_BRANDS.test(brand)) return { mediaType: 'video/mp4', demuxer: 'mov' };
  // Old QuickTime files begin without a brand.
  if (/^(moov|mdat|wide|free|skip)$/.test(box)) return { mediaType: 'video/quicktime', demuxer: 'mov' };
  return null;
}
