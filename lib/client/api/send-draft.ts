import { addressOf, type Draft } from './snippets.ts';

/** What came back of a request that a person sent from the reference. */
export type Received = {
  status: number;
  ms: number;
  headers: [string, string][];
  type: string;
  bytes: Blob;
  /** Of JSON and text, made readable; null: it is neither. */
  text: string | null;
};

/** Longer text is cut on the page; saved it is whole. */
const SHOWN_CHARACTERS = 100_000;

const isText = (type: string) => type.startsWith('text/') || type.includes('json') || type.includes('xml');

function pretty(text: string, type: string): string {
  if (!type.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Headers and body of a draft with the files that a person picked. */
function initOf({ method, headers, body }: Draft, files: Map<string, File[]>): RequestInit {
  const given = Object.entries(headers).filter(([, value]) => value !== '');
  if (!body) return { method, headers: given };
  if (body.kind === 'json')
    return { method, headers: [...given, ['content-type', body.type]], body: body.text };
  if (body.kind === 'file') {
    const [file] = [...files.values()].flat();
    return { method, headers: [...given, ['content-type', body.type]], body: file ?? null };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) if (value !== '') form.append(name, value);
  for (const [name, list] of files) for (const file of list) form.append(name, file);
  return { method, headers: given, body: form };
}

/**
 * Sends a draft to this server. Of a stream `onEvents` hears the text so far, until the signal or the server ends it.
 * @throws TypeError when nothing answers; AbortError when the signal ended it before an answer
 */
export async function sendDraft(
  draft: Draft,
  files: Map<string, File[]>,
  { signal, onEvents }: { signal: AbortSignal; onEvents: (received: Received) => void },
): Promise<Received> {
  const since = performance.now();
  const response = await fetch(addressOf(draft), { ...initOf(draft, files), signal, cache: 'no-store' });
  const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
  const received: Received = {
    status: response.status,
    ms: Math.round(performance.now() - since),
    headers: [...response.headers],
    type,
    bytes: new Blob([]),
    text: '',
  };
  if (type === 'text/event-stream' && response.body) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const part = await reader.read().catch(() => null);
      if (!part || part.done) return received;
      received.text = `${received.text}${part.value}`.slice(-SHOWN_CHARACTERS);
      onEvents({ ...received });
    }
  }
  received.bytes = await response.blob();
  received.text = isText(type) ? pretty(await received.bytes.text(), type).slice(0, SHOWN_CHARACTERS) : null;
  return received;
}
