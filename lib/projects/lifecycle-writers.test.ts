import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = globSync(['lib/**/*.ts', 'app/**/*.{ts,tsx}'], {
  exclude: (name) => name.includes('generated'),
}).filter((file) => !/(\.test|\/testing-[^/]*)\.ts$/.test(file));

/** The text from an opening brace to the one that closes it. */
function braced(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{' || text[at] === '(') depth += 1;
    if (text[at] === '}' || text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(open, at + 1);
  }
  return text.slice(open);
}

/** Writes to `projects.status` in a source text: by the client's updates, or by SQL. */
function statusWrites(source: string): string[] {
  const updates = [...source.matchAll(/\bproject\.(?:update|updateMany|updateManyAndReturn|upsert)\(/g)];
  const byClient = updates
    .map(({ index, 0: call }) => braced(source, index + call.length - 1))
    .flatMap((call) =>
      [...call.matchAll(/\b(?:data|update):\s*\{/g)].map(({ index, 0: key }) =>
        braced(call, index + key.length - 1),
      ),
    )
    .filter((data) => /\bstatus\b\s*[:,}]/.test(data));
  const bySql = [...source.matchAll(/UPDATE\s+"?projects"?\b[\s\S]*?\bSET\b([\s\S]*?)(?:\bWHERE\b|`)/gi)]
    .map(([, set]) => set ?? '')
    .filter((set) => /\bstatus\s*=/.test(set));
  return [...byClient, ...bySql];
}

it('finds a write to the status of a film, however it is written', () => {
  expect(
    statusWrites("tx.project.update({ where: { id }, data: { title, status: 'complete' } })"),
  ).toHaveLength(1);
  expect(statusWrites('tx.project.updateMany({ where: { status: from }, data: { status } })')).toHaveLength(
    1,
  );
  expect(
    statusWrites("tx.$executeRaw`UPDATE projects SET title = 'x', status = 'failed' WHERE id = 1`"),
  ).toHaveLength(1);
  expect(
    statusWrites("tx.project.update({ where: { id, status: 'failed' }, data: { title } })"),
  ).toHaveLength(0);
});

it('only the table of transitions changes the status of a film', () => {
  expect(files.length).toBeGreaterThan(200);
  const writers = files.filter((file) => statusWrites(readFileSync(file, 'utf8')).length > 0);
  expect(writers).toEqual(['lib/projects/lifecycle.ts']);
});
