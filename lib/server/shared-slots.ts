import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';

const messageSchema = z.object({ slot: z.enum(['wanted', 'given', 'back']), id: z.number() });
type Message = z.infer<typeof messageSchema>;

/** Lends `count` slots to the processes of this cluster, first come, first served. One that dies gives back what it had. */
export function lendSlots(count: number): void {
  const lent: { worker: Worker; id: number }[] = [];
  const waiting: { worker: Worker; id: number }[] = [];
  const give = () => {
    while (lent.length < count) {
      const next = waiting.shift();
      if (!next) return;
      lent.push(next);
      next.worker.send({ slot: 'given', id: next.id } satisfies Message, () => {});
    }
  };
  const drop = (list: typeof lent, isGone: (one: (typeof lent)[number]) => boolean) => {
    for (let i = list.length - 1; i >= 0; i -= 1) {
      const one = list[i];
      if (one && isGone(one)) list.splice(i, 1);
    }
  };
  cluster.on('message', (worker, sent: unknown) => {
    const { data } = messageSchema.safeParse(sent);
    if (data?.slot === 'wanted') waiting.push({ worker, id: data.id });
    if (data?.slot === 'back') drop(lent, (one) => one.worker === worker && one.id === data.id);
    give();
  });
  cluster.on('exit', (worker) => {
    drop(waiting, (one) => one.worker === worker);
    drop(lent, (one) => one.worker === worker);
    give();
  });
}

/** Who waits for a slot in this process, by the number it was asked for under. */
const waits = new Map<number, () => void>();
let lastId = 0;

/** Runs `work` when the cluster has a slot for it; in a process that is alone, at once. */
export async function inSharedSlot<T>(work: () => Promise<T>): Promise<T> {
  if (!cluster.isWorker) return work();
  if (lastId === 0) process.on('message', admit);
  lastId += 1;
  const id = lastId;
  try {
    await new Promise<void>((resolve) => {
      waits.set(id, resolve);
      process.send?.({ slot: 'wanted', id } satisfies Message);
    });
    return await work();
  } finally {
    process.send?.({ slot: 'back', id } satisfies Message);
  }
}

function admit(sent: unknown): void {
  const { data } = messageSchema.safeParse(sent);
  if (data?.slot !== 'given') return;
  waits.get(data.id)?.();
  waits.delete(data.id);
}
