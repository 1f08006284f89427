import { describe, expect, it } from 'vitest';
import { checkImageFile, formatSize } from './image-file-check.ts';

const PNG = '\x89PNG\r\n\x1a\n';
const file = (head: string, size = head.length + 100) => {
  const bytes = new Uint8Array(size);
  bytes.set([...head].map((c) => c.charCodeAt(0)));
  return new Blob([bytes]);
};

describe('checking a file before it is sent', () => {
  it.each([
    ['PNG', PNG],
    ['JPEG', '\xff\xd8\xff\xe0'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 '],
  ])('lets a %s through', async (_, head) => {
    expect(await checkImageFile(file(head))).toBeNull();
  });

  it.each([
    ['a TIFF', 'II*\0'],
    ['a GIF', 'GIF89a'],
    ['a BMP', 'BM'],
    ['an AVIF', '\0\0\0\x20ftypavif'],
    ['a HEIC', '\0\0\0\x18ftypheic'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['a PDF', '%PDF-1.7'],
    ['a JPEG 2000', '\0\0\0\x0cjP  \r\n'],
  ])('names %s whatever the file is called', async (name, head) => {
    expect(await checkImageFile(file(head))).toBe(`This is ${name}. Use PNG, JPEG or WebP.`);
  });

  it('refuses one byte more than 10 MB and takes exactly 10 MB', async () => {
    const limit = 10 * 1024 * 1024;
    expect(await checkImageFile(file(PNG, limit))).toBeNull();
    expect(await checkImageFile(file(PNG, limit + 1))).toBe('10.1 MB is more than 10 MB.');
    expect(formatSize(13_002_342)).toBe('12.4 MB');
    expect(formatSize(9000)).toBe('9 kB');
  });

  it('says that an empty file is empty', async () => {
    expect(await checkImageFile(new Blob([]))).toBe('This file is empty. Choose another.');
  });
});
