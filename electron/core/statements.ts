import type Database from 'better-sqlite3';

/** What a function that only reads needs: an open workspace, or a worker's own connection. */
export interface Reader {
  sqlite: Database.Database;
}

type Value = string | number | null;

const kept = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The statement for this text, prepared once for each connection: preparing costs more than most of our queries. */
export function statement(sqlite: Database.Database, sql: string): Database.Statement {
  let statements = kept.get(sqlite);
  if (!statements) kept.set(sqlite, (statements = new Map()));
  let found = statements.get(sql);
  if (!found) statements.set(sql, (found = sqlite.prepare(sql)));
  return found;
}

/** All rows of a query, `?` filled in order. `Row` must say what the query selects; flags are 0 and 1. */
export const readAll = <Row>({ sqlite }: Reader, sql: string, ...values: Value[]): Row[] =>
  statement(sqlite, sql).all(...values) as Row[];

/** The first row of a query, or undefined. */
export const readOne = <Row>({ sqlite }: Reader, sql: string, ...values: Value[]): Row | undefined =>
  statement(sqlite, sql).get(...values) as Row | undefined;

/** A list of values for `IN (SELECT value FROM json_each(?))`. */
export const asList = (values: Iterable<string>): string => JSON.stringify([...values]);

/** Groups rows under the id they belong to, keeping their order. */
export function groupBy<Row>(rows: readonly Row[], ownerOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const group = groups.get(owner);
    if (group) group.push(row);
    else groups.set(owner, [row]);
  }
  return groups;
}
