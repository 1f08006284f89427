import { useEffect, useRef, useState } from 'react';
import { type Received, sendDraft } from '#lib/client/api/send-draft.ts';
import type { Draft, DraftBody } from '#lib/client/api/snippets.ts';
import type { TryItSpec } from '#lib/openapi/try-it-spec.ts';

/** State of the form of one operation, and what came back. */
export function useTryIt(spec: TryItSpec) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [bodyIndex, setBodyIndex] = useState(0);
  const [json, setJson] = useState<string | null>(null);
  const [files, setFiles] = useState<Map<string, File[]>>(new Map());
  const [asEvents, setAsEvents] = useState(false);
  const [received, setReceived] = useState<Received | null>(null);
  const [failure, setFailure] = useState('');
  const [isSending, setIsSending] = useState(false);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const body = spec.bodies[bodyIndex] ?? null;
  const valuesIn = (place: string) =>
    Object.fromEntries(
      spec.inputs.filter((one) => one.in === place).map(({ name }) => [name, values[name] ?? '']),
    );

  function bodyOf(): DraftBody | null {
    if (!body) return null;
    if (body.kind === 'json') {
      const text = json ?? body.example;
      return text.trim() === '' ? null : { kind: 'json', type: body.type, text };
    }
    const names = (name: string) => files.get(name)?.map((file) => file.name) ?? [];
    if (body.kind === 'file') return { kind: 'file', type: body.type, file: names('file')[0] ?? 'file' };
    return {
      kind: 'form',
      type: body.type,
      fields: Object.fromEntries(body.fields.map((name) => [name, values[`form ${name}`] ?? ''])),
      files: Object.fromEntries(body.files.map(({ name }) => [name, names(name)])),
    };
  }

  const isStream = spec.events === 'always' || asEvents;
  const draft: Draft = {
    method: spec.method,
    path: spec.path,
    params: valuesIn('path'),
    query: valuesIn('query'),
    headers: { ...valuesIn('header'), ...(isStream && { accept: 'text/event-stream' }) },
    body: bodyOf(),
  };
  const missing = spec.inputs.find(({ name, isRequired }) => isRequired && !values[name])?.name;

  async function send(): Promise<void> {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setFailure('');
    setReceived(null);
    setIsSending(true);
    try {
      setReceived(await sendDraft(draft, files, { signal: controller.signal, onEvents: setReceived }));
    } catch (error) {
      if (!controller.signal.aborted)
        setFailure(
          error instanceof TypeError ? 'The server did not answer.' : 'The request could not be sent.',
        );
    } finally {
      if (abort.current === controller) setIsSending(false);
    }
  }

  return {
    draft,
    body,
    values,
    json,
    bodyIndex,
    asEvents,
    missing,
    isSending,
    received,
    failure,
    setValue: (name: string, value: string) => setValues((old) => ({ ...old, [name]: value })),
    setBodyIndex,
    setJson,
    setFiles: (name: string, list: File[]) => setFiles((old) => new Map(old).set(name, list)),
    setAsEvents,
    send,
    stop: () => abort.current?.abort(),
  };
}
