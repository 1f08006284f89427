import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { dataModel } from './migration-files.ts';

/** Tables that are in the database and not in the data model: the books of the migrations, and pg-boss. */
const FOREIGN = { externalTables: ['public._prisma_migrations'], externalEnums: [] };

/**
 * SQL that takes the migrated database at `url` to prisma/schema.prisma; empty when there is nothing to do. Checks,
 * triggers, partial and expression indexes are outside of what Prisma compares.
 */
export async function schemaDifference(url: string): Promise<string> {
  const engine = await openSchemaEngine(url);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [dataModel()], configDir: process.cwd() },
      to: { tag: 'schemaDatamodel', files: [dataModel()] },
      script: true,
      exitCode: null,
      filters: FOREIGN,
    });
    const sql = stdout?.trim() ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  } finally {
    engine.free();
  }
}

async function openSchemaEngine(url: string): Promise<SchemaEngine> {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  const pool = new CatalogPool({ connectionString: url, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogPg(pool, { disposeExternalPool: true }));
  return SchemaEngine.new({ datamodels: [['schema.prisma', dataModel().content]] }, () => {}, adapter);
}

let loading: ReturnType<typeof loadEngine> | undefined;

/** Prisma's own schema engine as WebAssembly, once per process: its command line would download a program. */
async function loadEngine() {
  const entry = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/*
 * The adapter does not know the type "char" (18) of PostgreSQL's own catalog, which the engine reads. It is shown to
 * the adapter as money (790), which no catalog column has, and what came of that is named a character again.
 */
class CatalogPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: eleven overloads in the types of pg, all answered by one result
  override async query(...args: any[]): Promise<any> {
    const result = await (super.query as (...args: unknown[]) => Promise<pg.QueryResult>)(...args);
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 790;
    return result;
  }
}

class CatalogPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Numeric ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}
