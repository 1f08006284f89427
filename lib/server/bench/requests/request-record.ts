import { deviation } from '../../../openapi/testing-answers.ts';
import { quantile, round } from '../figures.ts';
import type { Made } from './request-maker.ts';
import type { Answer } from './send.ts';

type Finding = { what: string; seed: number; request: string; requestId: string };
/** Findings of one kind that are shown. */
const SHOWN = 3;
/** What Node's own parser answers, without a body. */
const BARE = [400, 408, 431];

const statusClass = (status: number) => `${Math.floor(status / 100)}xx`;

/** What a run was answered: statuses by operation, times, and everything that should not be. */
export class RequestRecord {
  readonly #statuses = new Map<string, Map<number, number>>();
  readonly #times: number[] = [];
  readonly findings = new Map<string, Finding[]>();
  busy = 0;
  total = 0;

  async add(seed: number, made: Made, answer: Answer, ms: number): Promise<void> {
    this.#times.push(ms);
    this.total += 1;
    const { operation } = made;
    const of = this.#statuses.get(operation) ?? new Map<number, number>();
    of.set(answer.status, (of.get(answer.status) ?? 0) + 1);
    this.#statuses.set(operation, of);
    const wrong = await faultOf(made, answer);
    if (isBusy(answer)) this.busy += 1;
    if (wrong) this.find(wrong, seed, made, String(answer.headers['x-request-id'] ?? ''));
  }

  find(what: string, seed: number, made: Made, requestId = ''): void {
    const kind = what.replace(/urn:request:\S+|[0-9a-f-]{36}/g, '…').slice(0, 120);
    const same = this.findings.get(kind) ?? [];
    same.push({ what, seed, request: described(made), requestId });
    this.findings.set(kind, same);
  }

  /** `logOf` gives what the server wrote about a request. */
  print(logOf: (requestId: string) => string[]): void {
    console.table(
      Object.fromEntries(
        [...this.#statuses]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([operation, statuses]) => {
            const sorted = [...statuses].sort(([a], [b]) => a - b);
            return [operation, { answers: sorted.map(([status, n]) => `${status}×${n}`).join(' ') }];
          }),
      ),
    );
    const all = new Map<string, number>();
    for (const statuses of this.#statuses.values())
      for (const [status, n] of statuses)
        all.set(statusClass(status), (all.get(statusClass(status)) ?? 0) + n);
    console.log(
      `answers: ${[...all]
        .sort()
        .map(([c, n]) => `${c} ${n}`)
        .join(', ')}`,
    );
    console.log(
      `ms: p50 ${round(quantile(this.#times, 0.5))}, p99 ${round(quantile(this.#times, 0.99))}, most ${round(quantile(this.#times, 1), 0)}`,
    );
    console.log(`"not now" (503 with Retry-After): ${this.busy} of ${this.total}`);
    for (const [kind, findings] of this.findings) {
      console.log(`\n${findings.length} × ${kind}`);
      for (const { what, seed, request, requestId } of findings.slice(0, SHOWN)) {
        console.log(`  seed ${seed}: ${request}\n    ${what.slice(0, 600)}`);
        const log = requestId ? logOf(requestId) : [];
        for (const line of log) console.log(`    ${line.slice(0, 1500)}`);
      }
    }
  }
}

/** "Not now", with a time to try again: what a machine that is too busy may say (a lock that was not free in 5 s). */
const isBusy = ({ status, headers, text }: Answer) =>
  status === 503 && headers['retry-after'] !== undefined && text.includes('"code":"unavailable"');

/** What is wrong with an answer; null when nothing is. */
async function faultOf(made: Made, answer: Answer): Promise<string | null> {
  const { status, headers, text } = answer;
  const type = headers['content-type'] ?? '';
  if (isBusy(answer)) return null;
  if (status >= 500 && !(made.operation === 'getReadiness' && status === 503))
    return `${made.operation} answered ${status} under ${headers['x-request-id']}: ${text.slice(0, 400)}`;
  if (status === 307 && isRscRedirect(made, headers)) return null;
  if (BARE.includes(status) && text === '' && !headers['x-request-id']) return null;
  // Pages are for people.
  if (!made.path.startsWith('/api/')) return null;
  if (status >= 400) {
    const wrong = problemFault(status, headers, text);
    if (wrong) return `${made.operation} answered ${status}, and ${wrong}: ${text.slice(0, 200)}`;
  }
  const isOther = status === 404 || status === 405 || status === 308 || type.startsWith('text/event-stream');
  const response = new Response([204, 304].includes(status) ? null : text, {
    status,
    headers: { 'content-type': type },
  });
  return isOther ? null : deviation(made.operation, response);
}

/** Next sends whoever claims to be its router (RSC: 1) to the same path with a check value, before any route runs. */
const isRscRedirect = (made: Made, headers: Answer['headers']) =>
  made.headers.rsc === '1' &&
  headers.location?.startsWith('/') === true &&
  !headers.location.startsWith('//') &&
  headers.location.includes('_rsc');

function problemFault(status: number, headers: Answer['headers'], text: string): string | null {
  if (!headers['content-type']?.startsWith('application/problem+json'))
    return `is no problem+json but ${headers['content-type']}`;
  if (headers['cache-control'] !== 'no-store') return `may be stored (${headers['cache-control']})`;
  const problem = JSON.parse(text) as { status?: number; instance?: string; errors?: { pointer?: string }[] };
  if (problem.status !== status) return `says ${problem.status}`;
  // A replay is the first answer, with the id that this one had.
  if (headers['idempotent-replayed']) return null;
  if (!headers['x-request-id'] || problem.instance !== `urn:request:${headers['x-request-id']}`)
    return 'has another instance than its request';
  if (/(prisma|postgres|\bselect\b .* from|node_modules|\/lib\/|at \w+ \()/i.test(text))
    return 'tells of what is inside';
  return null;
}

function described({ method, path, headers, body }: Made): string {
  const sent = body === null ? '' : JSON.stringify(body).slice(0, 400);
  return `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)} ${sent}`;
}
