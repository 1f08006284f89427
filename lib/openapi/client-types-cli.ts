import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { openApiDocument } from './document.ts';

/*
 * `npm run api:client`: writes from the OpenAPI document the types of the TypeScript client, and for the server edge the
 * methods of every address (it must not load the schemas). With `--check` it writes nothing and ends with 1 when a file
 * is not what the document gives.
 *
 * openapi-typescript prints with the compiler API that TypeScript 7 no longer has. A second `typescript` among the
 * packages would take the name `tsc`, so the generator gets the copy of TypeScript 6 inside @ts-morph/common.
 */

const TYPES = path.join(import.meta.dirname, '../client/api/openapi-types.ts');
const METHODS = path.join(import.meta.dirname, 'methods.json');
const HEAD = '// Written by `npm run api:client` from the OpenAPI document: not to be edited.\n\n';

const compiler = import.meta.resolve('@ts-morph/common/dist/typescript.js');
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'typescript' && context.parentURL?.includes('/openapi-typescript/')
      ? { url: compiler, shortCircuit: true }
      : next(specifier, context),
});

const api = openApiDocument(packageJson.version);

async function clientTypes(): Promise<string> {
  const [{ default: openapiTS, astToString }, { ts }] = await Promise.all([
    import('openapi-typescript'),
    import('@ts-morph/common'),
  ]);
  const blob = ts.factory.createTypeReferenceNode('Blob');
  // Examples are for the pages; as comments they would be a third of the file.
  const withoutExamples = (key: string, value: unknown) => (key === 'example' ? undefined : value);
  const document = JSON.stringify(api, withoutExamples);
  const nodes = await openapiTS(document, {
    cwd: pathToFileURL(`${import.meta.dirname}/`),
    alphabetize: true,
    // What is sent as a file; what is answered is read with `parseAs`.
    transform: (schema) => (schema.format === 'binary' ? (blob as never) : undefined),
  });
  return HEAD + astToString(nodes);
}

/** `{"/api/manifests": ["GET", "POST"], …}`, a line for each address. */
function methodsOfAddresses(): string {
  const lines = Object.entries(api.paths ?? {}).map(([address, methods]) => {
    const names = Object.keys(methods).map((name) => `"${name.toUpperCase()}"`);
    return `  "${address}": [${names.sort().join(', ')}]`;
  });
  return `{\n${lines.sort().join(',\n')}\n}\n`;
}

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
for (const [file, text] of [
  [TYPES, await clientTypes()],
  [METHODS, methodsOfAddresses()],
] as const) {
  if (!check) await writeFile(file, text);
  else if ((await readFile(file, 'utf8')) !== text) {
    console.error(`${path.relative(process.cwd(), file)} is not what the document gives: npm run api:client`);
    process.exitCode = 1;
  }
}
