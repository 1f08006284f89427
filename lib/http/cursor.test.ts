import { describe, expect, it } from 'vitest';
import { cursorKey, decodeCursor, encodeCursor } from './cursor.ts';

const ID = '019c0000-0000-7000-8000-000000000000';
const NOW = '2026-11-21T14:28:14.123Z';

describe('a cursor', () => {
  it.each([
    ['text', 'Ünïcode'],
    ['int', 7],
    ['instant', NOW],
  ] as const)('with a key of %s goes round', (kind, key) => {
    expect(decodeCursor('list', encodeCursor('list', key, ID), cursorKey[kind])).toEqual({ key, id: ID });
  });

  it.each([
    ['text', ''],
    ['text', 'x'],
    ['text', '%%%'],
    ['text', Buffer.from('[1,2]').toString('base64url')],
    ['text', encodeCursor('other', 'a', ID)],
    ['text', encodeCursor('list', 'a', 'not-an-id')],
    ['text', encodeCursor('list', 'a', '-'.repeat(36))],
    ['text', encodeCursor('list', 'a\0', ID)],
    ['text', encodeCursor('list', 'a\ud800', ID)],
    ['text', encodeCursor('list', 'a'.repeat(1001), ID)],
    ['text', encodeCursor('list', 7, ID)],
    ['int', encodeCursor('list', 1e12, ID)],
    ['int', encodeCursor('list', 1.5, ID)],
    ['int', encodeCursor('list', '7', ID)],
    ['instant', encodeCursor('list', 'garbage', ID)],
    ['instant', encodeCursor('list', '0000-01-01T00:00:00.000Z', ID)],
    ['instant', encodeCursor('list', '2026-02-30T00:00:00.000Z', ID)],
  ] as const)('is refused where a key of %s is due: %j', (kind, cursor) => {
    expect(() => decodeCursor('list', cursor, cursorKey[kind])).toThrow(
      expect.objectContaining({ code: 'invalid-cursor' }),
    );
  });
});
