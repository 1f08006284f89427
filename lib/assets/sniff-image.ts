import type { ImageMediaType } from './decode-protocol.ts';

/** How many bytes from the start `sniffImage` wants to see. */
export const SNIFF_BYTES = 1024;

export type Sniffed = { mediaType: ImageMediaType } | { mediaType: null; formatName: string | null };

type Magic = { name: string; at?: number; bytes: string };

/** First bytes (Latin-1) of files that people take for images, named as the message names them. */
const OTHERS: Magic[] = [
  { name: 'a GIF', bytes: 'GIF8' },
  { name: 'a TIFF', bytes: 'II*\0' },
  { name: 'a TIFF', bytes: 'MM\0*' },
  { name: 'a TIFF', bytes: 'II+\0' },
  { name: 'a TIFF', bytes: 'MM\0+' },
  { name: 'a JPEG 2000', bytes: '\0\0\0\x0cjP  ' },
  { name: 'a JPEG 2000', bytes: '\xff\x4f\xff\x51' },
  { name: 'a JPEG XL', bytes: '\0\0\0\x0cJXL ' },
  { name: 'a JPEG XL', bytes: '\xff\x0a' },
  { name: 'an AVIF', at: 4, bytes: 'ftypavi' },
  { name: 'a HEIC', at: 4, bytes: 'ftyphei' },
  { name: 'a HEIC', at: 4, bytes: 'ftyphev' },
  { name: 'a HEIC', at: 4, bytes: 'ftypmif1' },
  { name: 'a QuickTime film', at: 4, bytes: 'ftypqt' },
  { name: 'an MP4', at: 4, bytes: 'ftyp' },
  { name: 'a WebM', bytes: '\x1a\x45\xdf\xa3' },
  { name: 'a Photoshop file', bytes: '8BPS' },
  { name: 'an OpenEXR', bytes: '\x76\x2f\x31\x01' },
  { name: 'a Radiance HDR', bytes: '#?RADIANCE' },
  { name: 'a libvips file', bytes: '\x08\xf2\xa6\xb6' },
  { name: 'a libvips file', bytes: '\xb6\xa6\xf2\x08' },
  { name: 'an icon file', bytes: '\0\0\x01\0' },
  { name: 'a PDF', bytes: '%PDF' },
  { name: 'PostScript', bytes: '%!PS' },
  { name: 'a ZIP', bytes: 'PK\x03\x04' },
  { name: 'a program', bytes: 'MZ' },
  { name: 'a program', bytes: '\x7fELF' },
  { name: 'a BMP', bytes: 'BM' },
];

/**
 * The format that the first bytes announce: one of the three allowed media types, or what else it is by name
 * ("a TIFF"), or null for nothing known. Judges the start only; a full decode says whether the rest holds.
 */
export function sniffImage(head: Uint8Array): Sniffed {
  // Not Buffer: the page asks the same question before it sends a file.
  const text = String.fromCharCode(...head.subarray(0, SNIFF_BYTES));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { mediaType: 'image/png' };
  if (text.startsWith('\xff\xd8\xff')) return { mediaType: 'image/jpeg' };
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return { mediaType: 'image/webp' };
  const other = OTHERS.find(({ bytes, at = 0 }) => text.startsWith(bytes, at));
  if (other) return { mediaType: null, formatName: other.name };
  if (/^P[1-7][\s#]/.test(text)) return { mediaType: null, formatName: 'a PPM' };
  if (/<svg[\s>]/i.test(text)) return { mediaType: null, formatName: 'an SVG' };
  if (/^\s*<(!doctype html|html|head|body|script)/i.test(text))
    return { mediaType: null, formatName: 'a web page' };
  return { mediaType: null, formatName: null };
}
