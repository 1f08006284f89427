// Entry of the bare servers, forked by bare.ts: node:http and pg and nothing else, as many processes as web has.
import cluster from 'node:cluster';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import type { BareSetup, BareSubject } from './bare.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TAG = /^([A-Z]+)_\d+$/;
let tags = 1_000_000 * (cluster.worker?.id ?? 0);
let turns = 0;

const BOUND = /^(BEGIN|COMMIT|ROLLBACK)/i;
/** Plans are kept as web keeps them. */
const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

const setup: BareSetup = JSON.parse(readFileSync(process.env.BARE_SETUP ?? '', 'utf8'));

/** Ids and tags that the recorded request made must be new ones in each repetition; `found` is what it read. */
function freshener([found, ...others]: string[]): (value: unknown) => unknown {
  const turn = turns++ % (others.length + 1);
  const given = new Map<string, string>([[found ?? '', others[turn] ?? found ?? '']]);
  const freshId = (id: string) => {
    if (!given.has(id)) given.set(id, randomUUID());
    return given.get(id) ?? id;
  };
  return (value) => {
    if (typeof value !== 'string') return value;
    if (TAG.test(value)) return value.replace(TAG, `$1_${++tags}`);
    return value.replace(UUID, freshId);
  };
}

function serve(): void {
  const pool = new pg.Pool({ connectionString: setup.databaseUrl, max: setup.pool });
  const replay = async ({ statements, isWrite, rotate = [] }: BareSubject) => {
    const fresh = isWrite ? freshener(rotate) : (value: unknown) => value;
    const client = await pool.connect();
    try {
      let rows: unknown[] = [];
      for (const { text, values } of statements) {
        const answer = await client.query({
          ...(!BOUND.test(text) && { name: nameOf(text) }),
          text,
          values: values.map(fresh),
          rowMode: 'array',
        });
        if (answer.rows.length > 0) rows = answer.rows;
      }
      return rows;
    } finally {
      client.release();
    }
  };
  http
    .createServer(async (request, response) => {
      const subject = setup.subjects[(request.url ?? '/').slice(1)];
      try {
        const rows = subject ? await replay(subject) : [];
        if (subject?.file) {
          response.setHeader('content-type', 'image/webp');
          createReadStream(subject.file).pipe(response);
          return;
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows));
      } catch (error) {
        response.statusCode = 500;
        response.end(String(error));
      }
    })
    .listen(setup.port, '127.0.0.1');
}

if (cluster.isPrimary) {
  for (let i = 0; i < setup.processes; i += 1) cluster.fork();
  process.on('disconnect', () => process.exit(0));
} else serve();
