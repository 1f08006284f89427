import { connect, type Socket } from 'node:net';
import { round } from './figures.ts';
import type { Instance } from './instance.ts';

const STREAMS = 500;

/** As many streams of one manifest as there are places: how soon all hear of a change, and how others fare. */
export async function crowdOfStreams(instance: Instance, pace: () => Promise<object>) {
  const { port, hostname } = new URL(instance.address);
  const send = (method: string, path: string, body: object) =>
    fetch(instance.address + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const made = await send('POST', '/api/manifests', { name: 'Watched' });
  const path = made.headers.get('location') ?? '';
  const asset = await send('POST', `${path}/assets`, { name: 'Mara', asset_type: 'CHARACTER' });
  const { asset_id } = (await asset.json()) as { asset_id: string };

  const heard: string[] = [];
  const open = (i: number): Socket => {
    const socket = connect(Number(port), hostname);
    heard[i] = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard[i] += text;
    });
    socket.on('error', () => {});
    socket.write(`GET ${path}/progress HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\n\r\n`);
    return socket;
  };
  const eventsOf = (text = '') => text.split('event: progress').length - 1;
  const untilAll = async (events: number) => {
    const began = performance.now();
    while (!heard.every((text) => eventsOf(text) >= events)) {
      if (performance.now() - began > 30_000) return Number.NaN;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return round(performance.now() - began);
  };
  const sockets = Array.from({ length: STREAMS }, (_, i) => open(i));
  const opened = await untilAll(1);
  const before = heard.map(eventsOf);
  await send('DELETE', `/api/assets/${asset_id}`, {});
  const told = await untilAll(Math.min(...before) + 1);
  const beside = await pace();
  const refused = await fetch(`${instance.address}${path}/progress`, {
    headers: { accept: 'text/event-stream' },
  });
  await refused.body?.cancel();
  for (const socket of sockets) socket.destroy();
  return {
    streams: STREAMS,
    'ms until all have the state': opened,
    'ms until all have a change': told,
    'one more': `${refused.status}, Retry-After ${refused.headers.get('retry-after')}`,
    ...beside,
  };
}
