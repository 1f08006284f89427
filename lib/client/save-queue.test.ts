import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SaveOutcome, SaveQueue } from './save-queue.ts';

type Changes = Record<string, unknown>;
type Call = { key: string; changes: Changes; bases: Changes; answer: (outcome: SaveOutcome) => void };

function setUp() {
  const calls: Call[] = [];
  const onIdle = vi.fn();
  const held: Changes = {};
  const queue = new SaveQueue({
    save: (key, changes, bases) => new Promise((answer) => calls.push({ key, changes, bases, answer })),
    heldOf: (_, field) => held[field],
    onIdle,
  });
  const answer = async (index: number, outcome: SaveOutcome) => {
    calls[index]?.answer(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, calls, answer, onIdle, held };
}

const refused = (fields: Record<string, string>, retryable = false): SaveOutcome => ({
  ok: false,
  detail: 'Not saved.',
  fields,
  retryable,
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the save queue', () => {
  it('waits until typing pauses and then sends the latest text once', async () => {
    const { queue, calls } = setUp();
    queue.change('a', { name: 'W' });
    await vi.advanceTimersByTimeAsync(400);
    queue.change('a', { name: 'Wo' });
    await vi.advanceTimersByTimeAsync(499);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls.map((c) => c.changes)).toEqual([{ name: 'Wo' }]);
  });

  it('keeps one request in flight per key and sends what changed meanwhile after it', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: 'one' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    queue.change('a', { name: 'two' });
    await vi.advanceTimersByTimeAsync(1000);
    queue.change('a', { name: 'three' });
    expect(calls).toHaveLength(1);
    await answer(0, { ok: true });
    expect(calls[1]?.changes).toEqual({ name: 'three' });
    await answer(1, { ok: true });
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(2);
    expect(queue.state).toBe('saved');
  });

  it('shows what the server does not have yet as a draft', async () => {
    const { queue, answer } = setUp();
    queue.change('a', { name: 'one' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    queue.change('a', { description: 'text' });
    expect(queue.draft('a')).toEqual({ name: 'one', description: 'text' });
    await answer(0, { ok: true });
    expect(queue.draft('a')).toEqual({ description: 'text' });
  });

  it('keeps a refused text with its reason and saves the other fields', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: '', description: 'kept' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(0, refused({ name: 'Give it a name.' }));
    expect(calls[1]?.changes).toEqual({ description: 'kept' });
    await answer(1, { ok: true });
    expect(queue.fieldError('a', 'name')).toBe('Give it a name.');
    expect(queue.draft('a')).toEqual({ name: '' });
    expect(queue.state).toBe('failed');
    queue.change('a', { name: 'Mara' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(2, { ok: true });
    expect(queue.fieldError('a', 'name')).toBeNull();
    expect(queue.state).toBe('saved');
  });

  it('does not bring back a refused value when a newer one is waiting', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: '' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    queue.change('a', { name: 'Mara' });
    await answer(0, refused({ name: 'Give it a name.' }));
    expect(calls[1]?.changes).toEqual({ name: 'Mara' });
    expect(queue.fieldError('a', 'name')).toBeNull();
  });

  it('tries again by itself when the server could not be reached, with the newest text', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: 'one', description: 'd' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(0, refused({}, true));
    expect(queue.state).toBe('failed');
    expect(queue.hasUnsaved).toBe(true);
    queue.change('a', { name: 'two' });
    await vi.advanceTimersByTimeAsync(500);
    expect(calls[1]?.changes).toEqual({ name: 'two', description: 'd' });
    await answer(1, refused({}, true));
    await vi.advanceTimersByTimeAsync(1999);
    expect(calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(3);
  });

  it('sends at once on flush, and one key does not wait for another', async () => {
    const { queue, calls } = setUp();
    queue.change('a', { name: 'a' });
    queue.change('b', { name: 'b' });
    queue.flush();
    expect(calls.map((c) => c.key)).toEqual(['a', 'b']);
  });

  it('says when everything is saved, once', async () => {
    const { queue, answer, onIdle } = setUp();
    queue.change('a', { name: 'a' });
    queue.change('b', { name: 'b' });
    queue.flush();
    await answer(0, { ok: true });
    expect(onIdle).not.toHaveBeenCalled();
    await answer(1, { ok: true });
    expect(onIdle).toHaveBeenCalledTimes(1);
  });

  it('forgets a dropped key', async () => {
    const { queue, calls } = setUp();
    queue.change('a', { name: 'a' });
    queue.drop('a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual([]);
    expect(queue.draft('a')).toEqual({});
  });

  it('keeps a text that was changed elsewhere too, and sends it only when somebody decides', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: 'mine', description: 'new' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(0, { ok: true, conflicts: { name: 'theirs' } });
    expect(queue.state).toBe('failed');
    expect(queue.conflicts).toEqual([{ key: 'a', field: 'name', mine: 'mine', theirs: 'theirs' }]);
    queue.change('a', { name: 'mine, longer' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(1);
    expect(queue.draft('a')).toEqual({ name: 'mine, longer' });
    expect(queue.hasUnsaved).toBe(true);
    queue.resolve('a', 'name', 'both');
    await vi.advanceTimersByTimeAsync(0);
    expect(calls[1]).toMatchObject({ changes: { name: 'both' }, bases: { name: 'theirs' } });
    await answer(1, { ok: true });
    expect(queue.state).toBe('saved');
  });

  it('taking theirs forgets mine', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: 'mine' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(0, { ok: true, conflicts: { name: 'theirs' } });
    queue.resolve('a', 'name');
    await vi.advanceTimersByTimeAsync(5000);
    expect([queue.state, queue.draft('a'), calls.length]).toEqual(['saved', {}, 1]);
  });

  it('an edit is compared with what it began from, until it is saved', async () => {
    const { queue, calls, answer, held } = setUp();
    held.name = 'first';
    queue.change('a', { name: 'mine' });
    held.name = 'theirs, read meanwhile';
    queue.change('a', { name: 'mine, longer' });
    await vi.advanceTimersByTimeAsync(500);
    expect(calls[0]?.bases).toEqual({ name: 'first' });
    queue.change('a', { name: 'mine, longest' });
    held.name = 'mine, longer';
    await answer(0, { ok: true });
    await vi.advanceTimersByTimeAsync(500);
    expect(calls[1]?.bases).toEqual({ name: 'mine, longer' });
  });

  it('keeps what was typed about something that was deleted elsewhere', async () => {
    const { queue, calls, answer } = setUp();
    queue.change('a', { name: 'mine' }, { now: true });
    await vi.advanceTimersByTimeAsync(0);
    await answer(0, { ok: false, detail: 'Gone.', fields: {}, retryable: false, isGone: true });
    queue.change('a', { description: 'more' }, { now: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([queue.gone, calls.length]).toEqual([['a'], 1]);
    expect(queue.draft('a')).toEqual({ name: 'mine', description: 'more' });
    queue.drop('a');
    expect(queue.state).toBe('saved');
  });
});
