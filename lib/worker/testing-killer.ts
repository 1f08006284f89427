import { registerTestEngine } from './testing-engine.ts';

/*
 * Preloaded into worker processes of a test: there the test engine's second scene cannot be filmed, because that ends
 * the process at once, as a crash of native code or the kernel's out-of-memory killer does.
 */

const KILLER_SCENE = 1;

registerTestEngine().fails = ({ kind, scene }) =>
  kind === 'clip' && scene === KILLER_SCENE && process.kill(process.pid, 'SIGKILL');
