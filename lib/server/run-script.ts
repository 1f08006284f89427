import { StartError } from './start-error.ts';

/**
 * Runs a command-line script and ends the process with it, whatever pools it opened. A reason a person can act on is
 * printed alone, anything else with its stack.
 */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
  process.exit();
}
