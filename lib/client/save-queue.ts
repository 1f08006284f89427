type Changes = Record<string, unknown>;

/**
 * `conflicts`: fields that were not saved, because somebody else changed them too, with what they hold now.
 * `fields` names what was refused and why; empty: the whole save failed. `isGone`: there is nothing left to save to.
 */
export type SaveOutcome =
  | { ok: true; conflicts?: Changes }
  | { ok: false; detail: string; fields: Record<string, string>; retryable: boolean; isGone?: boolean };

/** A field that was changed here and elsewhere. `mine` is still on screen and not sent. */
export type Conflict = { key: string; field: string; mine: unknown; theirs: unknown };

export type SaveQueueOptions = {
  /** `bases`: what the fields held when their edit began. */
  save: (key: string, changes: Changes, bases: Changes) => Promise<SaveOutcome>;
  /** What the server is known to hold in a field. */
  heldOf?: (key: string, field: string) => unknown;
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
  /** What a field held when its edit began; kept until that edit is saved or given up. */
  bases: Map<string, unknown>;
  conflicts: Map<string, { mine: unknown; theirs: unknown }>;
  /** It was deleted elsewhere: what was typed is kept, and sent no more. */
  isGone: boolean;
  /** A send was asked for while one was in flight. */
  due: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  failures: number;
};

const LONGEST_RETRY_MS = 30_000;

export type SaveState = 'saved' | 'saving' | 'waiting' | 'failed';

/**
 * Saves edits as they are typed. Per key one request is in flight, in order; changes made meanwhile are merged
 * and the latest value of a field wins. A refused field keeps its text and does not hold back the others; neither does one
 * that was changed elsewhere too, nor is anything typed forgotten when there is nothing left to save it to.
 */
export class SaveQueue {
  #options: Required<SaveQueueOptions>;
  #entries = new Map<string, Entry>();
  #listeners = new Set<() => void>();
  #version = 0;
  #problem: string | null = null;

  constructor(options: SaveQueueOptions) {
    this.#options = { delayMs: 500, retryMs: 2000, onIdle: () => {}, heldOf: () => undefined, ...options };
  }

  change(key: string, changes: Changes, { now = false } = {}): void {
    const entry = this.#entry(key);
    for (const [field, value] of Object.entries(changes)) {
      const conflict = entry.conflicts.get(field);
      if (conflict) {
        entry.conflicts.set(field, { ...conflict, mine: value });
        continue;
      }
      if (!entry.bases.has(field)) entry.bases.set(field, this.#options.heldOf(key, field));
      entry.pending[field] = value;
      entry.rejected.delete(field);
    }
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

  /** Settles a conflict: `value` is sent in place of theirs; without it theirs stays. */
  resolve(key: string, field: string, ...[value]: [value?: unknown]): void {
    const entry = this.#entries.get(key);
    const conflict = entry?.conflicts.get(field);
    if (!entry || !conflict) return;
    entry.conflicts.delete(field);
    entry.bases.delete(field);
    if (value !== undefined) {
      entry.bases.set(field, conflict.theirs);
      entry.pending[field] = value;
      this.#arm(key, entry, 0);
    }
    this.#changed();
  }

  /** Tries again now what failed for a reason that may have passed. */
  retry(): void {
    for (const [key, entry] of this.#entries) {
      for (const [field, { value }] of entry.rejected) entry.pending[field] ??= value;
      entry.rejected.clear();
      void this.#send(key, entry);
    }
    this.#changed();
  }

  /** The values on screen that the server does not have yet. */
  draft(key: string): Changes {
    const entry = this.#entries.get(key);
    if (!entry) return NOTHING;
    const refused = Object.fromEntries([...entry.rejected].map(([field, { value }]) => [field, value]));
    const own = Object.fromEntries([...entry.conflicts].map(([field, { mine }]) => [field, mine]));
    return { ...refused, ...own, ...entry.inFlight, ...entry.pending };
  }

  fieldError(key: string, field: string): string | null {
    const entry = this.#entries.get(key);
    if (entry?.conflicts.has(field)) return 'Not saved: it was changed elsewhere too.';
    return entry?.rejected.get(field)?.message ?? null;
  }

  get conflicts(): Conflict[] {
    return [...this.#entries].flatMap(([key, { conflicts }]) =>
      [...conflicts].map(([field, { mine, theirs }]) => ({ key, field, mine, theirs })),
    );
  }

  /** Keys of what was deleted elsewhere while something typed was not saved; `draft` has the texts. */
  get gone(): string[] {
    return [...this.#entries].filter(([, { isGone }]) => isGone).map(([key]) => key);
  }

  get state(): SaveState {
    const entries = [...this.#entries.values()];
    if (entries.some((e) => e.rejected.size > 0 || e.failures > 0 || e.conflicts.size > 0 || e.isGone))
      return 'failed';
    if (entries.some((e) => e.inFlight)) return 'saving';
    return entries.some((e) => isWaiting(e)) ? 'waiting' : 'saved';
  }

  /** Why the last save failed as a whole; null when it did not. */
  get problem(): string | null {
    return this.#problem;
  }

  get hasUnsaved(): boolean {
    return [...this.#entries.values()].some(
      (e) => e.inFlight || isWaiting(e) || e.conflicts.size > 0 || e.isGone,
    );
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
      entry = {
        pending: {},
        inFlight: null,
        rejected: new Map(),
        bases: new Map(),
        conflicts: new Map(),
        isGone: false,
        due: false,
        timer: null,
        failures: 0,
      };
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
    if (!isWaiting(entry) || entry.isGone) return;
    if (entry.inFlight) {
      entry.due = true;
      return;
    }
    const sent = entry.pending;
    entry.pending = {};
    entry.inFlight = sent;
    this.#changed();
    const bases = Object.fromEntries(
      Object.keys(sent).map((field) => [field, entry.bases.get(field)] as const),
    );
    const outcome = await this.#options.save(key, sent, bases);
    entry.inFlight = null;
    if (outcome.ok) this.#accepted(key, entry, sent, outcome.conflicts ?? NOTHING);
    else if (outcome.isGone) this.#lost(entry, sent, outcome.detail);
    else this.#refused(key, entry, sent, outcome);
    this.#changed();
    if (!this.hasUnsaved && outcome.ok) this.#options.onIdle();
  }

  #accepted(key: string, entry: Entry, sent: Changes, conflicts: Changes): void {
    entry.failures = 0;
    this.#problem = null;
    for (const [field, value] of Object.entries(sent)) {
      const next = field in entry.pending ? entry.pending[field] : value;
      if (field in conflicts) {
        entry.conflicts.set(field, { mine: next, theirs: conflicts[field] });
        delete entry.pending[field];
      } else if (field in entry.pending) entry.bases.set(field, this.#options.heldOf(key, field) ?? value);
      else entry.bases.delete(field);
    }
    const { due } = entry;
    entry.due = false;
    if (due) void this.#send(key, entry);
  }

  #lost(entry: Entry, sent: Changes, detail: string): void {
    entry.pending = { ...sent, ...entry.pending };
    entry.isGone = true;
    this.#problem = detail;
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

const NOTHING: Changes = {};

const isWaiting = (entry: Entry) => Object.keys(entry.pending).length > 0;
