import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobStore } from '../blobs/store-instance.ts';
import { type Multipart, withMultipart } from './multipart.ts';

const MAX_BYTES = 100_000;
const LIMITS = { fileField: 'file', maxFiles: 1, maxFileBytes: MAX_BYTES, fieldNames: ['name'] };

const fileHead = (fileName = 'a.png', type = 'Content-Type: image/png\r\n') =>
  `--b\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n${type}\r\n`;

function streamed(body: ReadableStream<Uint8Array>): Request {
  const init = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=b' }, body };
  return new Request('http://127.0.0.1:3000/x', { ...init, duplex: 'half' } as RequestInit);
}

const whole = (text: string) =>
  streamed(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    }),
  );

const read = (request: Request) => withMultipart(request, LIMITS, async (m: Multipart) => m);

const tempFiles = async () => readdir(path.dirname(await blobStore().tempPath()));

describe('an upload that ends too early or too late', { timeout: 5_000 }, () => {
  it.each([10, 70_000])(
    'is malformed when the client goes away after %i bytes of the file',
    async (bytes) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(fileHead())),
        async pull(controller) {
          controller.enqueue(new Uint8Array(bytes));
          await new Promise((done) => setTimeout(done, 50));
          controller.error(new Error('aborted'));
        },
      });
      await expect(read(streamed(body))).rejects.toMatchObject({ code: 'malformed-multipart' });
      expect(await tempFiles()).toEqual([]);
    },
  );

  it('is too large when it passes the cap without having told its length', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(fileHead())),
      pull(controller) {
        sent += 16_384;
        if (sent > 10 * MAX_BYTES) controller.close();
        else controller.enqueue(new Uint8Array(16_384));
      },
    });
    await expect(read(streamed(body))).rejects.toMatchObject({ code: 'payload-too-large' });
    expect(sent).toBeLessThan(10 * MAX_BYTES);
    expect(await tempFiles()).toEqual([]);
  });
});

describe('a boundary', { timeout: 5_000 }, () => {
  it.each(['', 'boundary=', 'boundary=""', 'boundary=other', 'boundary=;x=1'])(
    'written as %j is malformed',
    async (boundary) => {
      const form = new FormData();
      form.set('name', 'Mara');
      form.set('file', new Blob(['<script>']), 'a.png');
      const request = whole(await new Response(form).text());
      request.headers.set('content-type', `multipart/form-data; ${boundary}`);
      await expect(read(request)).rejects.toMatchObject({ code: 'malformed-multipart' });
      expect(await tempFiles()).toEqual([]);
    },
  );
});

describe('a file part', () => {
  it.each(['', 'Content-Type: text/plain\r\n'])('with the type %j has no declared type', async (type) => {
    const { files } = await read(whole(`${fileHead('a.png', type)}abc\r\n--b--\r\n`));
    expect(files).toMatchObject([{ declaredType: null, size: 3 }]);
  });

  it('is told by the SHA-256 of its bytes', async () => {
    const { files } = await read(whole(`${fileHead()}abc\r\n--b--\r\n`));
    expect(files[0]?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('that comes twice is a wrong field', async () => {
    const twice = `${fileHead()}abc\r\n${fileHead('b.png')}def\r\n--b--\r\n`;
    await expect(read(whole(twice))).rejects.toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '#/file', code: 'repeated' }],
    });
    expect(await tempFiles()).toEqual([]);
  });

  it('that comes a hundred times is too many parts', async () => {
    const many = `${`${fileHead()}abc\r\n`.repeat(100)}--b--\r\n`;
    await expect(read(whole(many))).rejects.toMatchObject({ code: 'too-many-parts' });
  });

  it.each([1_000, 65_536])(
    'that comes once more than two may is answered, in pieces of %i bytes',
    async (size) => {
      const sizes = [800_000, 100, 0];
      const text = sizes.map((n, i) => `${fileHead(`${i}.png`)}${'x'.repeat(n)}\r\n`).join('');
      const bytes = new TextEncoder().encode(`${text}--b--\r\n`);
      let at = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.slice(at, at + size));
          at += size;
        },
      });
      const limits = { ...LIMITS, maxFiles: 2, maxFileBytes: 1_000_000 };
      await expect(withMultipart(streamed(body), limits, async (m) => m)).rejects.toMatchObject({
        code: 'too-many-parts',
      });
      expect(await tempFiles()).toEqual([]);
    },
  );

  it.each([`${'x'.repeat(1_021)}.png`, `${'d/'.repeat(600)}x.png`])(
    'with a name of more than 1,024 characters is refused',
    async (name) => {
      await expect(read(whole(`${fileHead(name)}abc\r\n--b--\r\n`))).rejects.toMatchObject({
        code: 'validation-failed',
        errors: [{ pointer: '#/file', code: 'too-long' }],
      });
    },
  );

  it('with a name of 1,024 characters is taken', async () => {
    const name = `${'x'.repeat(1_020)}.png`;
    const { files } = await read(whole(`${fileHead(name)}abc\r\n--b--\r\n`));
    expect(files[0]?.fileName).toBe(name);
  });
});
