import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installChromium } from './chromium.ts';
import { playwrightTally, type Tally, vitestTally } from './test-report.ts';

const NODE = process.execPath;
const NEXT = [NODE, 'node_modules/next/dist/bin/next'];
const VITEST = [NODE, 'node_modules/vitest/vitest.mjs', 'run'];
const reports = mkdtempSync(path.join(tmpdir(), 'vidpipe-reports-'));

type Step = {
  name: string;
  commands: string[][];
  tally?: (report: string) => Tally | null;
  env?: Record<string, string>;
  needsBuild?: boolean;
  needsBrowser?: boolean;
};

const steps: Step[] = [
  {
    name: 'types',
    commands: [
      [...NEXT, 'typegen'],
      [NODE, 'node_modules/typescript/bin/tsc', '--noEmit'],
    ],
  },
  {
    name: 'lint',
    commands: [
      [NODE, 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
      [NODE, 'node_modules/knip/bin/knip.js'],
    ],
  },
  vitest('unit'),
  vitest('int'),
  { name: 'build', commands: [[...NEXT, 'build']] },
  { ...vitest('setup'), needsBuild: true },
  browser('browser', 'rest'),
  browser('quiet', 'quiet'),
];

/** The browser tests in two parts: most of them two at a time, those that need a quiet server one by one. */
function browser(name: string, part: 'rest' | 'quiet'): Step {
  return {
    name,
    commands: [[NODE, 'node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, `${name}.json`), E2E_PART: part },
    tally: playwrightTally,
    needsBuild: true,
    needsBrowser: true,
  };
}

function vitest(project: string): Step {
  const report = path.join(reports, `${project}.json`);
  return {
    name: project,
    commands: [
      [...VITEST, '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    ],
    tally: vitestTally,
  };
}

const lines: string[] = [];
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
let isBuilt = true;

for (const step of steps) {
  const since = Date.now();
  console.log(`\n── ${step.name}`);
  const isOk: boolean =
    (!step.needsBuild || isBuilt) &&
    (!step.needsBrowser || installChromium()) &&
    step.commands.every((command) => run(command, step.env));
  if (step.name === 'build') isBuilt = isOk;
  const tally = step.tally?.(path.join(reports, `${step.name}.json`)) ?? { passed: 0, failed: 0, skipped: 0 };
  // What fails without a failing test (types, lint, a crash) must not end in "0 failed".
  if (!isOk && tally.failed === 0) tally.failed = 1;
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += tally[key];
  const counts = step.tally
    ? `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped${tally.flaky ? `, ${tally.flaky} only on the second try` : ''}`
    : isOk
      ? 'ok'
      : 'failed';
  lines.push(
    `${isOk ? '✓' : '✗'} ${step.name.padEnd(8)} ${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s  ${counts}`,
  );
}

rmSync(reports, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed ? 1 : 0;

function run([command = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  return (
    spawnSync(command, args, {
      stdio: 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    }).status === 0
  );
}
