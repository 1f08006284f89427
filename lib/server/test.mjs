// Entry of `npm test`. Plain JavaScript without dependencies: it runs before anything is installed.
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';
import { onNode24 } from './on-node-24.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
if (installMissing()) await onNode24('lib/server/test-all.ts');
else process.exitCode = 1;
