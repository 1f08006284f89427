import fc from 'fast-check';

const KINDS = [
  'manifest_id',
  'asset_id',
  'project_id',
  'scene_id',
  'preset_id',
  'hash',
  'cursor',
  'etag',
] as const;
export type Kind = (typeof KINDS)[number];
const KEPT = 200;

/**
 * Ids, hashes, cursors and ETags that answers named: the newest of each kind. What is `pinned` is there for good, as
 * long as nothing destroys it.
 */
export class KnownIds {
  readonly pinned: Partial<Record<Kind, string[]>> = {};
  readonly #seen = new Map<Kind, string[]>(KINDS.map((kind) => [kind, []]));

  /** Takes in what a JSON text and headers of an answer name. */
  learn(text: string, headers: Record<string, string | string[] | undefined>): void {
    for (const [, kind, id] of text.matchAll(/"(\w+_id)":"([0-9a-f-]{36})"/g))
      this.#add(kind as Kind, id ?? '');
    for (const [, hash] of text.matchAll(/\/api\/blobs\/([0-9a-f]{64})/g)) this.#add('hash', hash ?? '');
    const cursor = /[?&]cursor=([\w-]+)/.exec(String(headers.link ?? ''))?.[1];
    if (cursor) this.#add('cursor', cursor);
    if (headers.etag) this.#add('etag', String(headers.etag));
  }

  #add(kind: Kind, value: string): void {
    const known = this.#seen.get(kind);
    if (!known || known.includes(value) || this.pinned[kind]?.includes(value)) return;
    known.push(value);
    if (known.length > KEPT) known.shift();
  }

  /** One of a kind; of any other kind, or made up, where none is known. `mayBePinned`: not for what destroys. */
  arbitrary(kind: Kind, mayBePinned: boolean): fc.Arbitrary<string> {
    return fc.tuple(fc.nat(), fc.nat(9)).map(([n, luck]) => {
      const pinned = mayBePinned ? (this.pinned[kind] ?? []) : [];
      const seen = this.#seen.get(kind) ?? [];
      const from = pinned.length > 0 && luck < 4 ? pinned : seen;
      return from[n % Math.max(1, from.length)] ?? '019c0000-0000-7000-8000-000000000000';
    });
  }
}
