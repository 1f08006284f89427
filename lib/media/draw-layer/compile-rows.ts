import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sourceHash } from './source-hash.ts';

/**
 * `npm run draw-rows`: compiles `rows.assembly`. The compiler is fetched for it and is no dependency, as 100 MB of
 * it would be installed for 3 kB that change once a year; a test notices when source and result are not of one piece.
 */
const COMPILER = 'assemblyscript@0.28.20';
/** Pages of 64 kB. */
const MOST_PAGES = '16384';

const source = path.join(import.meta.dirname, 'rows.assembly');
const folder = mkdtempSync(path.join(tmpdir(), 'vidpipe-rows-'));
try {
  // It compiles nothing that does not end in .ts.
  const copy = path.join(folder, 'rows.ts');
  copyFileSync(source, copy);
  const out = path.join(folder, 'rows.wasm');
  const options = ['-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--importMemory'];
  const memory = ['--initialMemory', '1', '--maximumMemory', MOST_PAGES];
  execFileSync('npx', ['--yes', '-p', COMPILER, 'asc', copy, ...options, ...memory, '-o', out], {
    stdio: 'inherit',
  });
  const lines =
    readFileSync(out)
      .toString('base64')
      .match(/.{1,110}/g) ?? [];
  const text = `// Made by \`npm run draw-rows\` of rows.assembly.
export const SOURCE_HASH = '${sourceHash(readFileSync(source, 'utf8'))}';

/** A WebAssembly module, base64. */
export const ROWS = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
  writeFileSync(path.join(import.meta.dirname, 'rows.generated.ts'), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
