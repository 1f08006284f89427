import { expect } from 'vitest';
import { pngOf } from '../assets/testing.ts';

/* How calls of the API are written down for coverage.int.test.ts. */

export type Sent = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** JSON, a form, or bytes with `headers` that say what they are. */
  body?: unknown;
};
export type Heard = { status: number; headers: Headers; body: unknown };

/** What the calls before have made: ids and files by a name. */
export type Made = Record<string, string>;
export type Files = Map<string, Buffer>;
export type Context = { made: Made; files: Files };

/** One call: the operation, what is sent, what of the answer later calls need. */
export type Call = {
  id: string;
  send?: (context: Context) => Sent | Promise<Sent>;
  keep?: (answer: Heard, context: Context) => void | Promise<void>;
  /** Where it is not the first good answer that the operation names. */
  status?: number;
};

export const call = (id: string, send?: Call['send'] | Sent, keep?: Call['keep'], status?: number): Call => ({
  id,
  ...(send && { send: typeof send === 'function' ? send : () => send }),
  ...(keep && { keep }),
  ...(status && { status }),
});

export const field = (answer: Heard, name: string): string =>
  String((answer.body as Record<string, unknown>)[name]);
export const keeps =
  (name: string, of: string): Call['keep'] =>
  (answer, { made }) => {
    made[name] = field(answer, of);
  };
export const at =
  (name: string, more: Omit<Sent, 'params'> = {}): Call['send'] =>
  ({ made }) => ({ params: { id: made[name] ?? '' }, ...more });
export const stream = { headers: { accept: 'text/event-stream' } };

export async function form(
  files: Record<string, Buffer>,
  fields: Record<string, string> = {},
  field = 'file',
) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  for (const [name, bytes] of Object.entries(files))
    data.append(field, new Blob([new Uint8Array(bytes)]), name);
  return data;
}
export const picture = (colour: string) => pngOf(colour, { width: 400, height: 300 });
export const image = async (colour: string, fields?: Record<string, string>) =>
  form({ [`${colour.slice(1)}.png`]: await picture(colour) }, fields);

export const scene =
  (more: Record<string, string> = {}, sent: Omit<Sent, 'params'> = {}): Call['send'] =>
  ({ made }) => ({ params: { id: made.film ?? '', scene_id: made.scene ?? '', ...more }, ...sent });
/** A film at work takes no edits. */
export const stopped = call('stopProject', at('film'));

/** What one call sends, checked to name nothing that is not there yet. */
export async function sentOf({ id, send }: Call, context: Context): Promise<Sent> {
  const sent = (await send?.(context)) ?? {};
  for (const [name, value] of Object.entries(sent.params ?? {})) expect(value, `${id}: ${name}`).not.toBe('');
  return sent;
}
