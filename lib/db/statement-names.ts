/** Plans that each connection keeps at most; about 50 kB of the server's memory each. */
const KEPT = 100;
/** A statement is kept when it comes this often among the last `WATCHED` texts. */
const OFTEN = 5;
const WATCHED = 500;
const MAX_LENGTH = 20_000;
const QUESTION = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;
/** How a search is best done depends on the words that are sought: it is planned with them each time. */
const SEARCH = / @@ /;

const names = new Map<string, string>();
const seen = new Map<string, number>();

/**
 * The name under which a connection keeps the plan of a statement that comes often, so that the server parses and plans
 * it once and not with every request; '' for all others. Texts vary without bound (lists of any length), names do not.
 */
export function statementName({ sql }: { sql: string }): string {
  const name = names.get(sql);
  if (name !== undefined) return name;
  if (names.size >= KEPT || sql.length > MAX_LENGTH || !QUESTION.test(sql) || SEARCH.test(sql)) return '';
  const times = (seen.get(sql) ?? 0) + 1;
  seen.delete(sql);
  if (times < OFTEN) {
    seen.set(sql, times);
    const [oldest] = seen.keys();
    if (seen.size > WATCHED && oldest !== undefined) seen.delete(oldest);
    return '';
  }
  const given = `kept_${names.size}`;
  names.set(sql, given);
  return given;
}
