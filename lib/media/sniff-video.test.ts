import { expect, it } from 'vitest';
import { sniffVideo } from './sniff-video.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it.each([
  ['\0\0\0\x18ftypisom\0\0\0\0', 'video/mp4', 'mov'],
  ['\0\0\0\x14ftypqt  \0\0\0\0', 'video/quicktime', 'mov'],
  ['\0\0\0\x08wide\0\0\0\0mdat', 'video/quicktime', 'mov'],
  ['\x1a\x45\xdf\xa3\x01\0\0\0', 'video/webm', 'matroska'],
])('%j is a video, opened by one demuxer only', (head, mediaType, demuxer) => {
  expect(sniffVideo(bytes(head))).toEqual({ mediaType, demuxer });
});

it.each([
  ['a playlist', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd'],
  ['a list of files', 'ffconcat version 1.0'],
  ['an AVIF', '\0\0\0\x1cftypavif'],
  ['a HEIC', '\0\0\0\x18ftypheic'],
  ['a PNG', '\x89PNG\r\n\x1a\n'],
  ['an AVI', 'RIFF\0\0\0\0AVI LIST'],
  ['nothing', ''],
])('%s is none', (_name, head) => {
  expect(sniffVideo(bytes(head))).toBeNull();
});
