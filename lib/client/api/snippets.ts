/** A request as the reference page is about to send it. */
export type Draft = {
  method: string;
  /** With parameters in braces. */
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: DraftBody | null;
};
export type DraftBody =
  | { kind: 'json'; type: string; text: string }
  | { kind: 'form'; type: string; fields: Record<string, string>; files: Record<string, string[]> }
  | { kind: 'file'; type: string; file: string };

const filled = (values: Record<string, string>) => Object.entries(values).filter(([, value]) => value !== '');
const shellQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const scriptQuoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Path and query with their values; a parameter without value keeps its braces. */
export function addressOf({ path, params, query }: Draft): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (braces, name: string) =>
    params[name] ? encodeURIComponent(params[name]) : braces,
  );
  const search = new URLSearchParams(filled(query)).toString();
  return search === '' ? address : `${address}?${search}`;
}

/** The request as a line for a shell. */
export function curlOf(origin: string, draft: Draft): string {
  const { method, headers, body } = draft;
  const isStream = headers.accept === 'text/event-stream';
  const parts = [
    `curl${isStream ? ' -N' : ''}${method === 'GET' ? '' : ` -X ${method}`} ${shellQuoted(origin + addressOf(draft))}`,
    ...filled(headers).map(([name, value]) => `-H ${shellQuoted(`${name}: ${value}`)}`),
  ];
  if (body?.kind === 'form') {
    for (const [name, value] of filled(body.fields)) parts.push(`-F ${shellQuoted(`${name}=${value}`)}`);
    for (const [name, files] of Object.entries(body.files))
      for (const file of files) parts.push(`-F ${shellQuoted(`${name}=@${file}`)}`);
  } else if (body) {
    parts.push(`-H ${shellQuoted(`content-type: ${body.type}`)}`);
    parts.push(
      body.kind === 'json' ? `-d ${shellQuoted(body.text)}` : `--data-binary ${shellQuoted(`@${body.file}`)}`,
    );
  }
  return parts.join(' \\\n  ');
}

const indented = (text: string) => text.replaceAll('\n', '\n  ');

function objectOf(values: Record<string, string>): string {
  const pairs = filled(values).map(
    ([name, value]) => `${/^\w+$/.test(name) ? name : scriptQuoted(name)}: ${scriptQuoted(value)}`,
  );
  return pairs.length === 0 ? '' : `{ ${pairs.join(', ')} }`;
}

function bodyLines(body: DraftBody | null): string[] {
  if (!body) return [];
  if (body.kind === 'json') return [`body: ${indented(body.text.trim() || '{}')},`];
  if (body.kind === 'file')
    return [
      'body: file,',
      'bodySerializer: (bytes) => bytes,',
      `headers: { 'content-type': '${body.type}' },`,
    ];
  const fields = filled(body.fields).map(([name, value]) => `${name}: ${scriptQuoted(value)}`);
  const files = Object.entries(body.files).map(([name, list]) => {
    const key = /^\w+$/.test(name) ? name : scriptQuoted(name);
    return list.length > 1 ? `${key}: files` : key === 'file' ? 'file' : `${key}: file`;
  });
  return [`body: { ${[...fields, ...files].join(', ')} },`, 'bodySerializer: asForm,'];
}

/** The request as a call of the typed client. */
export function typescriptOf(origin: string, { method, path, params, query, headers, body }: Draft): string {
  const isStream = headers.accept === 'text/event-stream';
  const places = [
    ['path', objectOf(params)],
    ['query', objectOf(query)],
    ['header', objectOf(Object.fromEntries(filled(headers).filter(([name]) => name !== 'accept')))],
  ].filter(([, value]) => value !== '');
  const given = [
    ...(places.length > 0
      ? [`params: { ${places.map(([name, value]) => `${name}: ${value}`).join(', ')} },`]
      : []),
    ...bodyLines(body),
    ...(isStream ? ["headers: { accept: 'text/event-stream' },", "parseAs: 'stream',"] : []),
  ];
  const options = given.length === 0 ? '' : `, {\n  ${given.join('\n  ')}\n}`;
  const call = `client.${method}(${scriptQuoted(path)}${options})`;
  const names = ['answerOf', ...(body?.kind === 'form' ? ['asForm'] : []), 'createApiClient'];
  if (isStream) names.push('eventsOf');
  return [
    `import { ${names.join(', ')} } from '#lib/client/api/api-client.ts';`,
    '',
    `const client = createApiClient(${scriptQuoted(origin)});`,
    isStream
      ? `const stream = await answerOf(${call});\nfor await (const { event, data } of eventsOf(stream)) console.log(event, data);`
      : `const data = await answerOf(${call});`,
  ].join('\n');
}
