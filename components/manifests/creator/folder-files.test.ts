import { describe, expect, it } from 'vitest';
import { leaveOutClutter } from './folder-files.ts';

const file = (path: string, type = '') =>
  Object.assign(new File(['x'], path.split('/').at(-1) ?? '', { type }), {
    webkitRelativePath: path.includes('/') ? path : '',
  });
const names = (files: File[]) => files.map((f) => f.name);

describe('files of a dropped folder', () => {
  it('images stay, other files are left out and counted', () => {
    const { files, leftOut } = leaveOutClutter([
      file('kit/a.png'),
      file('kit/notes.txt'),
      file('kit/b', 'image/webp'),
    ]);
    expect(names(files)).toEqual(['a.png', 'b']);
    expect(leftOut).toBe(1);
  });
  it('files of the system vanish without a word', () => {
    expect(leaveOutClutter([file('kit/.DS_Store'), file('kit/Thumbs.db')])).toEqual({
      files: [],
      leftOut: 0,
    });
  });
  it('a file that was picked by hand always stays, to be refused with its reason', () => {
    expect(names(leaveOutClutter([file('notes.txt')]).files)).toEqual(['notes.txt']);
  });
});
