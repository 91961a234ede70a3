import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** A value as SQLite and the ledger's JSON hold it; flags are 0 and 1. */
export type Cell = string | number | null;

/** What an area says about one of its tables beyond what the Drizzle table itself says. */
export interface EntityDefinition {
  table: SQLiteTable;
  /** The column that names the record this one is a part of; a removal takes the parts along. */
  owner?: string;
  /** Columns that hold one fact together and therefore change, win and lose together. */
  registers?: Record<string, readonly string[]>;
  /** Registers of long text, where concurrent edits of one page can be merged three ways (rule 2). */
  texts?: readonly string[];
  /** Who may ever get it: the members of its working group, whoever gets a record that refers to it, or nobody. */
  scope: 'group' | 'directory' | 'home';
  /** Its part in signed minutes (rule 8): the meeting itself, what the minutes print, or the signature. */
  minutes?: 'root' | 'printed' | 'signature';
  /** Registers of a printed entity that stay free after signing. */
  free?: readonly string[];
  /** Registers of a printed entity that a signature fixes though the minutes do not say them. */
  unsaid?: readonly string[];
  /**
   * Of the meeting, in one register: the column in which a person says which signature is in force, where there are several,
   * and that which names all that the decision was between, with a blank between their ids.
   */
  ruling?: { column: string; over: string };
  /** Registers that never leave this agency, though the record does. */
  home?: readonly string[];
  /** Columns that hold the id of a record without a foreign key, and its entity. */
  refers?: Readonly<Record<string, string>>;
  /** Columns whose text is JSON in which a member names a record: column → member → entity. */
  refersWithin?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Column {
  name: string;
  type: 'text' | 'integer';
  flag: boolean;
  notNull: boolean;
  default: Cell;
  /** No value of its own at birth: the row waits until one has come. */
  required: boolean;
  oneOf: readonly string[] | null;
  references: string | null;
}

export interface Entity {
  name: string;
  sqlName: string;
  columns: ReadonlyMap<string, Column>;
  /** Register name → its columns; a column without a register of its own is one by itself. */
  registers: ReadonlyMap<string, readonly string[]>;
  registerOf: ReadonlyMap<string, string>;
  owner: { column: string; entity: string } | null;
  /** Entities whose rows are parts of rows of this one. */
  parts: { entity: string; column: string }[];
  texts: ReadonlySet<string>;
  scope: EntityDefinition['scope'];
  minutes: EntityDefinition['minutes'] | null;
  free: ReadonlySet<string>;
  unsaid: ReadonlySet<string>;
  ruling: { column: string; over: string; register: string } | null;
  home: ReadonlySet<string>;
  /** Columns that name another record, by foreign key or without one, and its entity. */
  refers: ReadonlyMap<string, string>;
  /** Members of JSON in a column's text that name a record. */
  refersWithin: readonly { column: string; member: string; entity: string }[];
}

export interface Registry {
  entities: ReadonlyMap<string, Entity>;
  /** The entity of a Drizzle table. Throws where the table was never registered: a mistake in the program. */
  of(table: SQLiteTable): Entity;
  get(name: string): Entity;
  /** The Drizzle table of an entity. */
  tableOf(name: string): SQLiteTable;
}

const camel = (sqlName: string): string => sqlName.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function columnOf(name: string, column: SQLiteColumn, references: string | null): Column {
  const value: unknown = column.default;
  const initially = typeof value === 'boolean' ? Number(value) : value;
  return {
    name,
    type: column.getSQLType() === 'integer' ? 'integer' : 'text',
    flag: column.dataType === 'boolean',
    notNull: column.notNull,
    default: typeof initially === 'string' || typeof initially === 'number' ? initially : null,
    required: column.notNull && !column.hasDefault && name !== 'id',
    oneOf: column.enumValues && column.enumValues.length > 0 ? column.enumValues : null,
    references,
  };
}

function describe(definition: EntityDefinition): Entity {
  const config = getTableConfig(definition.table);
  const references = new Map<string, string>();
  for (const key of config.foreignKeys) {
    const { columns, foreignTable } = key.reference();
    const column = columns[0];
    if (column) references.set(column.name, camel(getTableConfig(foreignTable).name));
  }
  const columns = new Map<string, Column>();
  for (const [name, column] of Object.entries(getTableColumns(definition.table)))
    columns.set(name, columnOf(name, column as SQLiteColumn, references.get(name) ?? null));
  const registers = new Map<string, readonly string[]>(Object.entries(definition.registers ?? {}));
  const registerOf = new Map<string, string>();
  for (const [register, names] of registers) for (const name of names) registerOf.set(name, register);
  for (const name of columns.keys()) {
    if (name === 'id' || registerOf.has(name)) continue;
    registers.set(name, [name]);
    registerOf.set(name, name);
  }
  const owner = definition.owner ? (references.get(definition.owner) ?? null) : null;
  return {
    name: camel(config.name),
    sqlName: config.name,
    columns,
    registers,
    registerOf,
    owner: owner && definition.owner ? { column: definition.owner, entity: owner } : null,
    parts: [],
    texts: new Set(definition.texts),
    scope: definition.scope,
    minutes: definition.minutes ?? null,
    free: new Set(definition.free),
    unsaid: new Set(definition.unsaid),
    ruling: definition.ruling
      ? { ...definition.ruling, register: registerOf.get(definition.ruling.column) ?? definition.ruling.column }
      : null,
    home: new Set(definition.home),
    refers: new Map([...references, ...Object.entries(definition.refers ?? {})]),
    refersWithin: Object.entries(definition.refersWithin ?? {}).flatMap(([column, members]) =>
      Object.entries(members).map(([member, entityName]) => ({ column, member, entity: entityName })),
    ),
  };
}

/** Puts the areas' tables together; the only list of what the ledger can hold (never a file's words). */
export function createRegistry(definitions: readonly EntityDefinition[]): Registry {
  const entities = new Map<string, Entity>();
  const byTable = new Map<SQLiteTable, Entity>();
  const tables = new Map<string, SQLiteTable>();
  for (const definition of definitions) {
    const entity = describe(definition);
    entities.set(entity.name, entity);
    byTable.set(definition.table, entity);
    tables.set(entity.name, definition.table);
  }
  const get = (name: string): Entity => {
    const entity = entities.get(name);
    if (!entity) throw new Error(`not an entity of the ledger: ${name}`);
    return entity;
  };
  for (const entity of entities.values())
    if (entity.owner) get(entity.owner.entity).parts.push({ entity: entity.name, column: entity.owner.column });
  return {
    entities,
    get,
    tableOf: (name) => {
      const table = tables.get(name);
      if (!table) throw new Error(`not an entity of the ledger: ${name}`);
      return table;
    },
    of: (table) => {
      const entity = byTable.get(table);
      if (!entity) throw new Error(`not registered with the ledger: ${getTableConfig(table).name}`);
      return entity;
    },
  };
}
