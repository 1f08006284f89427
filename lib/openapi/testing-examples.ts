import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Recorded } from './examples.ts';
import type { Heard, Sent } from './testing-calls.ts';

const FILE = path.join(import.meta.dirname, 'examples.json');
/** Of lists the first ones say enough. */
const SHOWN_ITEMS = 1;
const SHOWN_CHARACTERS = 600;
const INSTANT = '2026-11-21T12:00:00.000Z';

const recorded: Record<string, Recorded> = {};
const ids = new Map<string, string>();

/** Ids by the order in which they came, and one moment for all: two recordings differ in what differs. */
const steady = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      const name = ids.get(id) ?? `019c0000-0000-7000-8000-${String(ids.size + 1).padStart(12, '0')}`;
      ids.set(id, name);
      return name;
    })
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, INSTANT);

function shortened(value: unknown): unknown {
  const isSimple = (part: unknown) => typeof part !== 'object' || part === null;
  // A list of plain values may be a pair, and is short.
  if (Array.isArray(value)) return value.every(isSimple) ? value : value.slice(0, SHOWN_ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}

function exampleOf(id: string, type: string, body: unknown): unknown {
  // The document in itself would be as large as all the rest.
  if (id === 'getOpenApi') {
    const { openapi, info } = body as { openapi: string; info: unknown };
    return { openapi, info };
  }
  if (type.endsWith('json')) return shortened(body);
  return type.startsWith('text/') ? String(body).slice(0, SHOWN_CHARACTERS) : undefined;
}

/** Remembers what the first call of an operation sent, and its first answer of each kind. */
export function record(id: string, { params, query, body }: Sent, answer: Heard): void {
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const entry = recorded[id] ?? {
    ...(params && { params }),
    ...(query && { query }),
    ...(body !== undefined &&
      !(body instanceof FormData || body instanceof Uint8Array) && { body: shortened(body) }),
    answers: {},
  };
  recorded[id] = entry;
  const value = exampleOf(id, type, answer.body);
  if (value !== undefined) entry.answers[answer.status] ??= { type, value };
}

/** Writes what was remembered over `examples.json`. */
export function writeExamples(): void {
  const sorted = Object.fromEntries(Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${steady(JSON.stringify(sorted, null, 2))}\n`);
}
