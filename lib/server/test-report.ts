import { existsSync, readFileSync } from 'node:fs';

/** `flaky` counts tests that failed and then passed: they are among the passed, and named so that nobody overlooks them. */
export type Tally = { passed: number; failed: number; skipped: number; flaky?: number };

/** The counts of a Vitest run from its JSON report; null when it wrote none. */
export function vitestTally(file: string): Tally | null {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded has no tests that could fail.
  const broken = report.testResults.filter(
    (suite: { status: string; assertionResults: unknown[] }) =>
      suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped };
}

/** The counts of a Playwright run from its JSON report; null when it wrote none. */
export function playwrightTally(file: string): Tally | null {
  if (!existsSync(file)) return null;
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected ? 0 : errors.length),
    skipped: stats.skipped,
    flaky: stats.flaky,
  };
}
