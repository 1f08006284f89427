import { installQueues } from '../jobs/install.ts';
import { migrate } from './migrate.ts';

/** Tables and queues as this version wants them. Answers the names of the migrations that it applied. */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrate(url);
  await installQueues(url);
  return applied;
}
