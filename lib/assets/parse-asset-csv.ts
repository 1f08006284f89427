import { CsvError, parse } from 'csv-parse/sync';
import { AppError, type FieldError } from '../errors.ts';
import { ASSET_LIST_LIMITS } from '../schemas/asset-list.ts';

const COLUMNS = [
  'name',
  'asset_type',
  'description',
  'user_tags',
  'reverse_prompt',
  'image_url',
  'image_sha256',
] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['name', 'asset_type'];
/** What stands between fields; a list that a spreadsheet wrote in some countries has semicolons. */
const DELIMITERS = [',', ';', '\t'];

/** A list as JSON would have it, not yet validated, and the line that each asset began in, from 1. */
export type ParsedCsv = { assets: Record<string, unknown>[]; lines: number[] };

/**
 * Reads a list of assets from CSV (RFC 4180) with a header row. Cells are text: nothing is taken for a formula or a
 * number; an empty one is absent. Labels in `user_tags` have `|` or `;` between them.
 * @throws AppError malformed-csv, validation-failed (the header)
 */
export function parseAssetCsv(text: string): ParsedCsv {
  const [header, ...rows] = records(text);
  const columns = readHeader(header?.record ?? []);
  return { assets: rows.map(({ record }) => toAsset(columns, record)), lines: rows.map(({ line }) => line) };
}

type CsvRecord = { record: string[]; line: number };

function records(text: string): CsvRecord[] {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  try {
    const parsed = parse(text, {
      delimiter: DELIMITERS.find((delimiter) => firstLine.includes(delimiter)) ?? ',',
      info: true,
      skip_empty_lines: true,
      // One more than a list may have, so that too many are seen as such.
      to: 1 + ASSET_LIST_LIMITS.assets + 1,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    return withLines(text, parsed);
  } catch (error) {
    throw new AppError('malformed-csv', { detail: whatIsWrong(error), cause: error });
  }
}

/** By the bytes that each record ends at: the parser's own lines are those of its end, and wrong after \r\n in a cell. */
function withLines(text: string, parsed: { record: string[]; info: { bytes: number } }[]): CsvRecord[] {
  const bytes = Buffer.from(text);
  let from = 0;
  let line = 1;
  return parsed.map(({ record, info }) => {
    const raw = bytes.subarray(from, info.bytes).toString();
    const first = line + lineEnds(/^[\r\n]*/.exec(raw)?.[0] ?? '');
    line += lineEnds(raw);
    from = info.bytes;
    return { record, line: first };
  });
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

function whatIsWrong(error: unknown): string {
  if (!(error instanceof CsvError)) return 'The list cannot be read.';
  const line = `Line ${Number(error.lines)}`;
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
    return `${line} has another number of fields than the header.`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened and not closed.';
  return `${line} cannot be read: a field with quotation marks stands in quotation marks, and they are doubled.`;
}

function readHeader(header: string[]): Column[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const errors: FieldError[] = names.flatMap((name, i) => {
    if (!COLUMNS.some((column) => column === name)) return [inHeader(i, 'unknown-field', 'is none of')];
    return names.indexOf(name) < i ? [inHeader(i, 'repeated', 'is there twice, of')] : [];
  });
  for (const name of REQUIRED.filter((column) => !names.includes(column)))
    errors.push({ code: 'required', detail: `line 1: the column ${name} is missing` });
  if (errors.length > 0)
    throw new AppError('validation-failed', {
      detail: 'The first line must name the columns of the list.',
      errors: errors.slice(0, 20),
    });
  return names as Column[];
}

const inHeader = (index: number, code: string, what: string): FieldError => ({
  code,
  detail: `line 1, column ${index + 1}: ${what} ${COLUMNS.join(', ')}`,
});

function toAsset(columns: Column[], record: string[]): Record<string, unknown> {
  const cells = Object.fromEntries(columns.map((column, i) => [column, record[i] || undefined]));
  const { user_tags, image_url: url, image_sha256: sha256, ...fields } = cells;
  const image = { ...(url !== undefined && { url }), ...(sha256 !== undefined && { sha256 }) };
  return {
    ...fields,
    ...(user_tags !== undefined && { user_tags: labelsOf(user_tags) }),
    ...(Object.keys(image).length > 0 && { image }),
  };
}

const labelsOf = (cell: string) =>
  cell
    .split(/[|;]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');

/** Fields of an asset that have another name as a column, by their pointer. */
const COLUMN_OF: Record<string, Column> = {
  image: 'image_url',
  'image/url': 'image_url',
  'image/sha256': 'image_sha256',
};

/** The same errors with the line and the column that each is about. */
export function inLines(error: AppError, lines: number[]): AppError {
  const errors = error.errors?.map((each) => {
    const [, index, field] = /^#\/assets\/(\d+)(?:\/(.+))?$/.exec(each.pointer ?? '') ?? [];
    const line = index === undefined ? undefined : lines[Number(index)];
    if (line === undefined) return each;
    const column = field && (COLUMN_OF[field] ?? field.split('/')[0]);
    return { ...each, detail: `line ${line}${column ? `, column ${column}` : ''}: ${each.detail}` };
  });
  return new AppError(error.code, {
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(errors && { errors }),
    cause: error.cause,
  });
}
