import { describe, expect, it } from 'vitest';
import { readJson } from './json-body.ts';

const request = (body: BodyInit | null, type: string | null = 'application/json') => {
  const made = new Request('http://127.0.0.1/', {
    method: 'POST',
    body,
    headers: type === null ? {} : { 'content-type': type },
  });
  if (type === null) made.headers.delete('content-type');
  return made;
};
const read = async (body: BodyInit | null, type?: string | null) =>
  (await readJson(request(body, type))).value;
const nested = (n: number) => '['.repeat(n) + ']'.repeat(n);

describe('a JSON body', () => {
  it.each(['', '{"a":', '{"a":1}x', 'NaN', "{'a':1}", '{"a":1,}', '// c\n{}'])(
    'that is not JSON is refused: %j',
    async (body) => {
      await expect(read(body)).rejects.toMatchObject({ code: 'malformed-json' });
    },
  );
  it('with an invalid UTF-8 byte is refused instead of being changed', async () => {
    await expect(read(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toMatchObject({ code: 'malformed-json' });
  });
  it('may begin with a byte-order mark', async () => {
    expect(await read(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toEqual({});
  });
  it.each([null, 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'as %s is refused',
    async (type) => {
      await expect(read('{}', type)).rejects.toMatchObject({ code: 'unsupported-media-type' });
    },
  );
  it('of exactly 1 MiB is read, and of one byte more refused', async () => {
    const fitting = JSON.stringify('x'.repeat(1024 * 1024 - 2));
    expect(await read(fitting)).toHaveLength(1024 * 1024 - 2);
    await expect(read(`${fitting} `)).rejects.toMatchObject({ code: 'payload-too-large' });
  });
  it('may be 32 levels deep and no deeper, however deep it is', async () => {
    expect(await read(nested(32))).toBeDefined();
    await expect(read(nested(33))).rejects.toMatchObject({ code: 'validation-failed' });
    await expect(read(nested(400_000))).rejects.toMatchObject({ code: 'validation-failed' });
  });
  it('does not count brackets inside strings', async () => {
    expect(await read(JSON.stringify('['.repeat(100)))).toBe('['.repeat(100));
    expect(await read(JSON.stringify(`"\\${'{'.repeat(100)}`))).toHaveLength(102);
  });
  it.each(['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{}}}', '{"a":{"__proto__":{}}}'])(
    'cannot reach a prototype: %s',
    async (body) => {
      await expect(read(body)).rejects.toMatchObject({ code: 'validation-failed' });
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );
});
