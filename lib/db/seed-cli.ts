import { runScript } from '../server/run-script.ts';
import { ensureDatabase } from './ensure-database.ts';
import { prepareDatabase } from './prepare-database.ts';

await runScript(async () => {
  const { url, stop } = await ensureDatabase();
  try {
    await prepareDatabase(url);
    // After the address is known: these modules read it when they are loaded.
    const { seed } = await import('../../prisma/seed.ts');
    const { stopSender } = await import('../jobs/boss.ts');
    const { disconnect } = await import('./prisma.ts');
    console.log(`Example manifest: ${await seed()}.`);
    await stopSender();
    await disconnect();
  } finally {
    await stop();
  }
});
