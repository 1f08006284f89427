import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

const GENERATED = 'lib/generated/prisma/client.ts';

/** Installs the packages and generates the database client where they are missing or old. False: it failed and said why. */
export function installMissing() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`vidpipe needs Node.js 20 or newer and this is ${process.versions.node}.`);
    return false;
  }
  if (!isInstalled()) {
    const started = Date.now();
    console.log('Installing packages…');
    if (
      !run('npm', [
        'install',
        '--no-save',
        '--include=dev',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...(isLockedHere() ? [] : ['--no-package-lock']),
      ])
    ) {
      console.error('The packages could not be installed. Is npm there, and the network? Then start again.');
      return false;
    }
    console.log(`Packages installed (${((Date.now() - started) / 1000).toFixed(1)} s).`);
  }
  if (isClientCurrent()) return true;
  return run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--no-hints'], 'ignore');
}

/**
 * Whether the lock file knows this platform. It names the packages that the registry it was made with had, and those
 * were not all: elsewhere npm takes the versions of package.json. (`npm ci` would refuse such a lock file anywhere.)
 */
function isLockedHere() {
  const compiler = `node_modules/@next/swc-${process.platform}-${process.arch}`;
  return Object.keys(packages('package-lock.json')).some((place) => place.startsWith(compiler));
}

/** What stands in node_modules against the lock file: same packages, same versions. */
function isInstalled() {
  if (!isLockedHere()) return areDirectOnesThere();
  const there = packages('node_modules/.package-lock.json');
  const wanted = packages('package-lock.json');
  return Object.entries(wanted).every(
    ([place, { version, optional, extraneous }]) =>
      place === '' || extraneous || there[place]?.version === version || (optional && !there[place]),
  );
}

/** The packages that package.json names, in their exact versions. */
function areDirectOnesThere() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  return Object.entries({ ...dependencies, ...devDependencies }).every(([name, wanted]) => {
    const file = `node_modules/${name}/package.json`;
    return (
      existsSync(file) && (/^\D/.test(wanted) || JSON.parse(readFileSync(file, 'utf8')).version === wanted)
    );
  });
}

function packages(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

function isClientCurrent() {
  return existsSync(GENERATED) && statSync(GENERATED).mtimeMs >= statSync('prisma/schema.prisma').mtimeMs;
}

function run(command, args, stdout = 'inherit') {
  return (
    spawnSync(command, args, { stdio: ['ignore', stdout, 'inherit'], shell: process.platform === 'win32' })
      .status === 0
  );
}
