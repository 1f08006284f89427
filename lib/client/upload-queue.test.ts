import { describe, expect, it } from 'vitest';
import { nextUploads, reduceUploads, type UploadEvent, type UploadItem } from './upload-queue.ts';

const item = (key: string, changes: Partial<UploadItem> = {}): UploadItem => ({
  key,
  file: new File([new Uint8Array(100)], `${key}.png`),
  name: key,
  assetType: 'OTHER',
  replaces: null,
  preview: null,
  phase: 'waiting',
  sentBytes: 0,
  error: null,
  canRetry: true,
  ...changes,
});
const run = (items: readonly UploadItem[], ...events: UploadEvent[]) => events.reduce(reduceUploads, items);

describe('the upload queue', () => {
  it('starts at most the limit, oldest first', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => item(key));
    expect(nextUploads(items, 4)).toEqual(['a', 'b', 'c', 'd']);
    expect(nextUploads(run(items, { type: 'started', key: 'a' }, { type: 'started', key: 'b' }), 4)).toEqual([
      'c',
      'd',
    ]);
  });

  it('does not start a file before its check', () => {
    const items = [item('a', { phase: 'checking' }), item('b', { phase: 'checking' })];
    expect(nextUploads(run(items, { type: 'checked', key: 'b' }), 4)).toEqual(['b']);
  });

  it('gives the place of a failed file to the next one', () => {
    const items = run(
      [item('a'), item('b')],
      { type: 'started', key: 'a' },
      { type: 'failed', key: 'a', error: 'The image is cut short.', canRetry: false },
    );
    expect(nextUploads(items, 1)).toEqual(['b']);
  });

  it('keeps the other files as they were when one fails', () => {
    const before = run([item('a'), item('b')], { type: 'started', key: 'a' }, { type: 'started', key: 'b' });
    const after = run(before, { type: 'failed', key: 'a', error: 'no', canRetry: true });
    expect(after[1]).toBe(before[1]);
    expect(after[0]).toMatchObject({ phase: 'failed', error: 'no' });
  });

  it('does not let late progress revive a failed file', () => {
    const items = run(
      [item('a')],
      { type: 'started', key: 'a' },
      { type: 'failed', key: 'a', error: 'no', canRetry: true },
      { type: 'progressed', key: 'a', sentBytes: 60 },
    );
    expect(items[0]).toMatchObject({ phase: 'failed', sentBytes: 0 });
  });

  it('sends a failed file again from the start, but not a file that is itself wrong', () => {
    const failed = { phase: 'failed', error: 'no', sentBytes: 50 } as const;
    const items = run(
      [item('a', failed), item('b', { ...failed, canRetry: false })],
      { type: 'retried', key: 'a' },
      { type: 'retried', key: 'b' },
    );
    expect(items.map((i) => i.phase)).toEqual(['waiting', 'failed']);
    expect(items[0]?.sentBytes).toBe(0);
  });

  it('never shows more bytes sent than the file has', () => {
    const items = run(
      [item('a')],
      { type: 'started', key: 'a' },
      { type: 'progressed', key: 'a', sentBytes: 130 },
    );
    expect(items[0]?.sentBytes).toBe(100);
  });

  it('ignores events of a file that was removed', () => {
    const items = run(
      [item('a')],
      { type: 'removed', key: 'a' },
      { type: 'progressed', key: 'a', sentBytes: 10 },
    );
    expect(items).toEqual([]);
  });
});
