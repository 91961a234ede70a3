import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { registry } from '../../../electron/core/entities.ts';

const core = join(import.meta.dirname, '../../../electron');

const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: relative('.', name), text: readFileSync(join(core, name), 'utf8') }));

test('nothing but the ledger writes into the tables of records', () => {
  const tables = [...registry.entities.values()].map((entity) => entity.sqlName).join('|');
  const writing = new RegExp(`\\b(INSERT (OR \\w+ )?INTO|REPLACE INTO|UPDATE|DELETE FROM)\\s+(${tables})\\b`, 'i');
  expect(sources.length).toBeGreaterThan(60);
  const hands = sources.filter(({ text }) => writing.test(text) || /\bdb\s*\.(insert|update|delete)\(/.test(text));
  expect(hands.map(({ name }) => name)).toEqual([]);
  expect(sources.find(({ name }) => name.endsWith('ledger/rows.ts'))?.text).toContain('INSERT INTO ${entity.sqlName}');
});

test('the tables of the migration are those of the program, column for column', async () => {
  const { makeDevice } = await import('../../fixtures/ledger.ts');
  const { sqlite } = makeDevice('a', Date.now);
  for (const entity of registry.entities.values()) {
    const columns = sqlite.pragma(`table_info(${entity.sqlName})`) as {
      name: string;
      type: string;
      notnull: number;
      dflt_value: string | null;
    }[];
    expect(columns.map(({ name }) => name).toSorted()).toEqual([...entity.columns.keys()].toSorted());
    for (const { name, type, notnull, dflt_value: initially } of columns) {
      const column = entity.columns.get(name);
      expect([entity.name, name, type.toLowerCase(), notnull === 1]).toEqual([
        entity.name,
        name,
        column?.type,
        column?.notNull,
      ]);
      const expected = column?.default === null ? null : JSON.stringify(column?.default).replaceAll('"', "'");
      expect([entity.name, name, initially]).toEqual([entity.name, name, expected]);
    }
    const keys = sqlite.pragma(`foreign_key_list(${entity.sqlName})`) as { from: string; table: string }[];
    for (const { from, table } of keys) expect(entity.columns.get(from)?.references).toBe(registryName(table));
    expect(keys).toHaveLength([...entity.columns.values()].filter((column) => column.references !== null).length);
  }
});

const registryName = (sqlName: string) =>
  [...registry.entities.values()].find((entity) => entity.sqlName === sqlName)?.name;
