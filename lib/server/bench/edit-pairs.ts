import { milliseconds, round } from './figures.ts';

type Named = { name: string };

/** Two PUTs at once of one manifest with one ETag, again and again: one must win and the other be told. */
export async function editPairs(address: string, pairs: number) {
  const made = await fetch(`${address}/api/manifests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Edited by two' }),
  });
  const url = `${address}${made.headers.get('location')}`;
  let etag = made.headers.get('etag') ?? '';
  const spent: number[] = [];
  let wrong = 0;
  const put = async (name: string) => {
    const start = performance.now();
    const headers = { 'content-type': 'application/json', 'if-match': etag };
    const response = await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ name }) });
    const body = (await response.json()) as Named & { current?: Named };
    spent.push(performance.now() - start);
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      name: body.current?.name ?? body.name,
    };
  };
  const began = performance.now();
  for (let i = 0; i < pairs; i += 1) {
    const answers = await Promise.all([put(`${i} left`), put(`${i} right`)]);
    const next = `"${Number(etag.replaceAll('"', '')) + 1}"`;
    const statuses = answers.map(({ status }) => status).sort();
    const agree = answers.every((answer) => answer.etag === next && answer.name === answers[0]?.name);
    if (statuses.join() !== '200,412' || !agree) wrong += 1;
    etag = answers.find(({ status }) => status === 200)?.etag ?? next;
  }
  const seconds = (performance.now() - began) / 1000;
  return { pairs, 'not one 200 and one 412': wrong, ...milliseconds(spent), 's in all': round(seconds) };
}
