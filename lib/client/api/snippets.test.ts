import { expect, it } from 'vitest';
import { addressOf, curlOf, type Draft, typescriptOf } from './snippets.ts';

const ORIGIN = 'http://127.0.0.1:3000';
const draft = (more: Partial<Draft>): Draft => ({
  method: 'GET',
  path: '/api/manifests/{id}',
  params: {},
  query: {},
  headers: {},
  body: null,
  ...more,
});

it('puts values into the address, and leaves out what is empty', () => {
  expect(addressOf(draft({ params: { id: 'a/b' }, query: { q: 'a&b', tag: '' } }))).toBe(
    '/api/manifests/a%2Fb?q=a%26b',
  );
  expect(addressOf(draft({}))).toBe('/api/manifests/{id}');
});

it('quotes for the shell what a shell would read', () => {
  const body = { kind: 'json', type: 'application/json', text: `{"name":"Mara's $(rm)"}` } as const;
  expect(
    curlOf(ORIGIN, draft({ method: 'PUT', params: { id: '1' }, headers: { 'If-Match': '"7"' }, body })),
  ).toBe(
    [
      "curl -X PUT 'http://127.0.0.1:3000/api/manifests/1'",
      `-H 'If-Match: "7"'`,
      "-H 'content-type: application/json'",
      `-d '{"name":"Mara'\\''s $(rm)"}'`,
    ].join(' \\\n  '),
  );
});

it('sends files by their names', () => {
  const files = { file: ['mara.png'] };
  const body = { kind: 'form', type: 'multipart/form-data', fields: { name: 'Mara' }, files } as const;
  const sent = draft({ method: 'POST', params: { id: '1' }, body });
  expect(curlOf(ORIGIN, sent)).toContain("-F 'name=Mara' \\\n  -F 'file=@mara.png'");
  expect(typescriptOf(ORIGIN, sent)).toContain("body: { name: 'Mara', file },\n  bodySerializer: asForm,");
});

it('calls the typed client with parameters in their places', () => {
  const sent = draft({ params: { id: '1' }, query: { w: '320' }, headers: { 'If-Match': '"7"' } });
  expect(typescriptOf(ORIGIN, sent)).toContain(
    `client.GET('/api/manifests/{id}', {\n  params: { path: { id: '1' }, query: { w: '320' }, header: { 'If-Match': '"7"' } },\n})`,
  );
  expect(typescriptOf(ORIGIN, draft({ path: '/api/health' }))).toContain(
    "answerOf(client.GET('/api/health'))",
  );
});

it('reads a stream event by event', () => {
  const sent = draft({ params: { id: '1' }, headers: { accept: 'text/event-stream' } });
  expect(curlOf(ORIGIN, sent)).toContain('curl -N');
  expect(typescriptOf(ORIGIN, sent)).toContain('for await (const { event, data } of eventsOf(stream))');
});
