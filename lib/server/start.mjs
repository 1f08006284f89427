// Entry of `npm start` and `npm run dev`. Plain JavaScript without dependencies: it runs before anything is installed.
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';
import { onNode24 } from './on-node-24.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
if (installMissing()) await onNode24('lib/server/supervisor.ts', process.argv.slice(2));
else process.exitCode = 1;
