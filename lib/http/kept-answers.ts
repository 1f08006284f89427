import { LRUCache } from 'lru-cache';

/**
 * How long an answer stays true. `while-unchanged`: it follows from the database alone, for everyone alike. `always`:
 * the address names its bytes by their hash.
 */
export type Reuse = 'while-unchanged' | 'always';

export type KeptAnswer = {
  headers: Record<string, string>;
  body: Buffer;
  /** State of the database before it was made; null: it follows from none. */
  state: string | null;
  /** `body` as gzip, once it was asked for. */
  gzip?: Buffer;
};

const KEPT_BYTES = 32 * 1024 * 1024;
/** Larger ones are few and would drive the others out. */
const MAX_BYTES = 256 * 1024;
const REMEMBERED = 2_000;

/** The state of the database as a text that never returns; null: not known. See DatabaseState. */
type ReadState = () => Promise<string | null>;

/**
 * Whole answers of this process that can be given again without asking Next or the tables: what lists, details and
 * thumbnails cost is done once for as long as nothing was written. An answer is kept when its address is asked for the
 * second time, with the state of the database from before it was made, and sent only when another look finds the same
 * state. A state never returns, so nothing was written between the two, and the answer was made at that state too:
 * nobody reads what is out of date, not even what another process wrote a moment ago.
 *
 * There are no accounts yet, so an answer is the same for everyone. When there are, who asks belongs into the key.
 */
export class KeptAnswers {
  readonly #readState: ReadState;
  readonly #asked = new LRUCache<string, true>({ max: REMEMBERED });
  readonly #kept = new LRUCache<string, KeptAnswer>({
    maxSize: KEPT_BYTES,
    maxEntrySize: MAX_BYTES * 2,
    sizeCalculation: ({ body, gzip }, address) => address.length + body.length + (gzip?.length ?? 0) + 1_000,
  });

  constructor(readState: ReadState) {
    this.#readState = readState;
  }

  /** The answer to `GET address` (path and query) that `run` makes, kept for the next time where it may be. */
  async keep(address: string, reuse: Reuse, run: () => Promise<Response>): Promise<Response> {
    const isRepeated = this.#asked.has(address);
    this.#asked.set(address, true);
    if (!isRepeated) return run();
    const isBound = reuse === 'while-unchanged';
    const state = isBound ? await this.#readState() : null;
    const response = await run();
    if (!isKeepable(response) || (isBound && state === null)) return response;
    const body = Buffer.from(await response.arrayBuffer());
    if (body.length <= MAX_BYTES)
      this.#kept.set(address, { headers: Object.fromEntries(response.headers), body, state });
    return new Response(body, { headers: response.headers });
  }

  /** Whether there may be an answer: `find` says whether it is still true. */
  has(address: string): boolean {
    return this.#kept.has(address);
  }

  /** The answer to `GET address` as it would be made now; null when it has to be made. */
  async find(address: string): Promise<KeptAnswer | null> {
    const kept = this.#kept.get(address);
    if (!kept) return null;
    if (kept.state === null || (await this.#readState()) === kept.state) return kept;
    // Made anew meanwhile, it stays.
    if (this.#kept.peek(address) === kept) this.#kept.delete(address);
    return null;
  }

  /** Adds the compressed form to an answer that was found. */
  addGzip(address: string, kept: KeptAnswer, gzip: Buffer): void {
    if (this.#kept.peek(address) === kept) this.#kept.set(address, { ...kept, gzip });
  }
}

/** A part, a "not modified" and a refusal are nobody else's answer. */
const isKeepable = ({ status, headers }: Response) =>
  status === 200 && Number(headers.get('content-length') ?? 0) <= MAX_BYTES;

/**
 * On globalThis, as the server's edge and the routes are two programs in one process: one is run as it is, the other
 * comes out of the build. Nothing is kept where no edge asks for it (tests, scripts).
 */
const shared = globalThis as { vidpipeKeptAnswers?: KeptAnswers };

export const keptAnswers = (): KeptAnswers | undefined => shared.vidpipeKeptAnswers;

export function setKeptAnswers(answers: KeptAnswers | undefined): void {
  if (answers) shared.vidpipeKeptAnswers = answers;
  else delete shared.vidpipeKeptAnswers;
}
