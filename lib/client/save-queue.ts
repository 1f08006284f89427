type Changes = Record<string, unknown>;

/** `fields` names what was refused and why; empty: the whole save failed. */
export type SaveOutcome =
  | { ok: true }
  | { ok: false; detail: string; fields: Record<string, string>; retryable: boolean };

export type SaveQueueOptions = {
  save: (key: string, changes: Changes) => Promise<SaveOutcome>;
  /** Called when everything is saved. */
  onIdle?: () => void;
  /** How long typing may pause before it is saved. */
  delayMs?: number;
  /** First wait after a failure that may pass; doubles up to 30 s. */
  retryMs?: number;
};

type Rejection = { value: unknown; message: string };
type Entry = {
  pending: Changes;
  inFlight: Changes | null;
  /** Refused values by field: kept on screen, not sent again until they change. */
  rejected: Map<string, Rejection>;
  /** A send was asked for while one was in flight. */
  due: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  failures: number;
};

const LONGEST_RETRY_MS = 30_000;

export type SaveState = 'saved' | 'saving' | 'waiting' | 'failed';

/**
 * Saves edits as they are typed. Per key one request is in flight, in order; changes made meanwhile are merged
 * and the latest value of a field wins. A refused field keeps its text and does not hold back the others.
 */
export class SaveQueue {
  #options: Required<SaveQueueOptions>;
  #entries = new Map<string, Entry>();
  #listeners = new Set<() => void>();
  #version = 0;
  #problem: string | null = null;

  constructor(options: SaveQueueOptions) {
    this.#options = { delayMs: 500, retryMs: 2000, onIdle: () => {}, ...options };
  }

  change(key: string, changes: Changes, { now = false } = {}): void {
    const entry = this.#entry(key);
    Object.assign(entry.pending, changes);
    for (const field of Object.keys(changes)) entry.rejected.delete(field);
    entry.failures = 0;
    this.#arm(key, entry, now ? 0 : this.#options.delayMs);
    this.#changed();
  }

  /** Sends what waits, now: on blur, before an analysis, when the page is hidden. */
  flush(key?: string): void {
    for (const [each, entry] of this.#entries) {
      if (key === undefined || each === key) void this.#send(each, entry);
    }
  }

  /** Forgets everything about a key, such as an asset that was deleted. */
  drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry?.timer) clearTimeout(entry.timer);
    if (this.#entries.delete(key)) this.#changed();
  }

  /** The values on screen that the server does not have yet. */
  draft(key: string): Changes {
    const entry = this.#entries.get(key);
    if (!entry) return {};
    const refused = Object.fromEntries([...entry.rejected].map(([field, { value }]) => [field, value]));
    return { ...refused, ...entry.inFlight, ...entry.pending };
  }

  fieldError(key: string, field: string): string | null {
    return this.#entries.get(key)?.rejected.get(field)?.message ?? null;
  }

  get state(): SaveState {
    const entries = [...this.#entries.values()];
    if (entries.some((e) => e.rejected.size > 0 || e.failures > 0)) return 'failed';
    if (entries.some((e) => e.inFlight)) return 'saving';
    return entries.some((e) => isWaiting(e)) ? 'waiting' : 'saved';
  }

  /** Why the last save failed as a whole; null when it did not. */
  get problem(): string | null {
    return this.#problem;
  }

  get hasUnsaved(): boolean {
    return [...this.#entries.values()].some((e) => e.inFlight || isWaiting(e));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Grows with every change, for `useSyncExternalStore`. */
  getVersion = (): number => this.#version;

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { pending: {}, inFlight: null, rejected: new Map(), due: false, timer: null, failures: 0 };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  #arm(key: string, entry: Entry, delay: number): void {
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.#send(key, entry), delay);
  }

  async #send(key: string, entry: Entry): Promise<void> {
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
    if (!isWaiting(entry)) return;
    if (entry.inFlight) {
      entry.due = true;
      return;
    }
    const sent = entry.pending;
    entry.pending = {};
    entry.inFlight = sent;
    this.#changed();
    const outcome = await this.#options.save(key, sent);
    entry.inFlight = null;
    if (outcome.ok) this.#accepted(key, entry);
    else this.#refused(key, entry, sent, outcome);
    this.#changed();
    if (!this.hasUnsaved && outcome.ok) this.#options.onIdle();
  }

  #accepted(key: string, entry: Entry): void {
    entry.failures = 0;
    this.#problem = null;
    const { due } = entry;
    entry.due = false;
    if (due) void this.#send(key, entry);
  }

  #refused(key: string, entry: Entry, sent: Changes, outcome: SaveOutcome & { ok: false }): void {
    const named = Object.keys(sent).filter((field) => field in outcome.fields);
    const retryable = outcome.retryable && named.length === 0;
    for (const [field, value] of Object.entries(sent)) {
      // A newer value is waiting: this one no longer matters.
      if (field in entry.pending) continue;
      if (retryable || (named.length > 0 && !named.includes(field))) entry.pending[field] = value;
      else entry.rejected.set(field, { value, message: outcome.fields[field] ?? outcome.detail });
    }
    this.#problem = outcome.detail;
    entry.due = false;
    if (retryable) {
      entry.failures += 1;
      const wait = Math.min(this.#options.retryMs * 2 ** (entry.failures - 1), LONGEST_RETRY_MS);
      this.#arm(key, entry, wait);
    } else if (isWaiting(entry)) {
      void this.#send(key, entry);
    }
  }

  #changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}

const isWaiting = (entry: Entry) => Object.keys(entry.pending).length > 0;
