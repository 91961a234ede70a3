import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { SearchEntity } from '../../../shared/contract/search.ts';
import { registry } from '../entities.ts';
import { asList } from '../statements.ts';
import { firstNumber, lastNumber, tierOf, tierTables, type Tier } from './order.ts';
import { placeOf } from './placeOf.ts';
import { readable, sourceOf, type Source, type SourceRow } from './sources.ts';
import { createTokenizer, tokensOf, type Tokenize } from './tokens.ts';
import { createVocabulary } from './vocabulary.ts';

interface Text {
  entity: SearchEntity;
  id: string;
  part: number;
  area: Source['area'];
  tier: Tier;
  isName: boolean;
  day: string | null;
  groupId: string | null;
  text: string;
}

interface Stored {
  n: number;
  groupKey: number;
  content: number;
}

interface Attached {
  id: string;
  removed: number;
  ownerEntity: string;
  ownerId: string;
  name: string;
  text: string;
}

/** Attached texts are indexed in pieces of about this many characters, so that no step is long. */
const pieceLength = 8_000;

/** A long text in pieces, cut between words. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length || pieces.length === 0;) {
    const space = text.length - from > pieceLength ? text.lastIndexOf(' ', from + pieceLength) : text.length;
    const to = space > from ? space : Math.min(text.length, from + pieceLength);
    pieces.push(text.slice(from, to));
    from = Math.max(to, from + 1);
  }
  return pieces;
}

/** Puts records into the index and takes them out. Everything runs inside the caller's transaction. */
export function createIndexer(sqlite: Database.Database) {
  const vocabulary = createVocabulary(sqlite);
  const stored = sqlite.prepare<[string, string, number], Stored>(
    'SELECT n, groupKey, content FROM search_text WHERE id = ? AND entity = ? AND part = ?',
  );
  const storedFrom = sqlite
    .prepare<[string, string, number], number>('SELECT n FROM search_text WHERE id = ? AND entity = ? AND part >= ?')
    .pluck();
  const newest = sqlite
    .prepare<[number, number], number | null>('SELECT max(n) FROM search_text WHERE n BETWEEN ? AND ?')
    .pluck();
  const keep = sqlite.prepare(
    'INSERT INTO search_text (n, entity, id, part, groupKey, content) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = sqlite.prepare('DELETE FROM search_text WHERE n = ?');
  const writes = tierTables.map((table) => sqlite.prepare(`INSERT INTO ${table} (rowid, forms) VALUES (?, ?)`));
  const erases = tierTables.map((table) => sqlite.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
  const flushes = tierTables.map((table) => sqlite.prepare(`INSERT INTO ${table} (${table}) VALUES ('flush')`));
  const unwritten = new Set<Tier>();
  const groupKey = sqlite.prepare<[string], number>('SELECT n FROM search_group WHERE id = ?').pluck();
  const newGroup = sqlite.prepare('INSERT INTO search_group (id) VALUES (?)');
  const attached = sqlite.prepare<[string], Attached>(
    `SELECT a.id, a.removed, a.ownerEntity, a.ownerId, a.name, coalesce(f.text, '') AS text
     FROM json_each(?) j CROSS JOIN attachment a ON a.id = j.value LEFT JOIN search_file f ON f.sha256 = a.sha256`,
  );
  const rowsOf = new Map<string, Database.Statement<[string], SourceRow>>();
  const idsBy = new Map<string, Database.Statement<[string], string>>();

  const idsWhere = (table: string, column: string, values: readonly string[]): string[] => {
    const sql = `SELECT r.id FROM json_each(?) j CROSS JOIN ${table} r ON r.${column} = j.value`;
    let statement = idsBy.get(sql);
    if (!statement) idsBy.set(sql, (statement = sqlite.prepare<[string], string>(sql).pluck()));
    return statement.all(asList(values));
  };

  const keyOf = (groupId: string | null): number =>
    groupId === null ? 0 : (groupKey.get(groupId) ?? Number(newGroup.run(groupId).lastInsertRowid));

  const eraseText = (n: number) => {
    unwritten.add(tierOf(n));
    erases[tierOf(n)]?.run(n);
    forget.run(n);
  };

  const takeOut = (entity: string, id: string, fromPart = 0): boolean => {
    const numbers = storedFrom.all(id, entity, fromPart);
    for (const n of numbers) eraseText(n);
    return numbers.length > 0;
  };

  /** True where it stands elsewhere now than before: what belongs to it may, too. */
  const putText = (text: Text, tokenize: Tokenize = tokensOf): boolean => {
    const first = firstNumber(text.tier, text.day);
    const last = lastNumber(text.tier, text.day);
    const group = keyOf(text.groupId);
    const marks = `§${text.area} §g${group}`;
    const content = createHash('sha1').update(`${marks} ${text.text}`).digest().readUIntBE(0, 6);
    const before = stored.get(text.id, text.entity, text.part);
    const stays = before !== undefined && before.n >= first && before.n <= last;
    if (stays && before.content === content) return false;
    if (before !== undefined) eraseText(before.n);
    const n = stays ? before.n : (newest.get(first, last) ?? first - 1) + 1;
    const forms = tokenize(text.text).map(({ form }) => form);
    unwritten.add(text.tier);
    writes[text.tier]?.run(n, `${marks} ${forms.join(' ')}`);
    keep.run(n, text.entity, text.id, text.part, group, content);
    vocabulary.learn(new Set(forms), before === undefined, text.isName);
    return !stays || before.groupKey !== group;
  };

  /** Records of one kind as they are now; returns those whose parts may stand elsewhere, too. */
  const put = (source: Source, ids: readonly string[]): string[] => {
    let statement = rowsOf.get(source.entity);
    if (!statement) rowsOf.set(source.entity, (statement = sqlite.prepare<[string], SourceRow>(source.sql)));
    const { entity, area, tier, isName } = source;
    const tokenize = createTokenizer();
    return statement.all(asList(ids)).flatMap((row) => {
      const { id, day, groupId } = row;
      const text = readable(entity, `${row.head}\n${row.body}`);
      const moved =
        row.removed !== 0
          ? takeOut(entity, id)
          : putText({ entity, id, part: 0, area, tier, isName, day, groupId, text }, tokenize);
      return moved ? [id] : [];
    });
  };

  /** The pieces of an attachment from one on, at most so many; false where it is not to be found at all. */
  const putPieces = (
    { id, removed, ownerEntity, ownerId, name }: Attached,
    pieces: readonly string[],
    from: number,
    most: number,
  ): boolean => {
    const place = placeOf({ sqlite }, ownerEntity, ownerId);
    if (removed === 1 || !place.live) {
      takeOut('attachment', id);
      return false;
    }
    const common = { entity: 'attachment', id, area: 'files', isName: false } as const;
    const { day, groupId } = place;
    for (const [part, piece] of pieces.entries()) {
      if (part < from || part >= from + most) continue;
      const text = part === 0 ? `${name}\n${piece}` : piece;
      putText({ ...common, part, tier: part === 0 ? 0 : 2, day, groupId, text });
    }
    takeOut('attachment', id, pieces.length);
    return true;
  };

  const putAttachments = (ids: readonly string[]) => {
    for (const each of attached.all(asList(ids))) putPieces(each, piecesOf(each.text), 0, Number.POSITIVE_INFINITY);
  };

  /**
   * Everything below these records, however deep, and the files that hang on it; but not what is written itself (entity →
   * ids), which the caller puts by itself with everything below.
   */
  const putParts = (entity: string, ids: readonly string[], written: ReadonlyMap<string, ReadonlySet<string>>) => {
    for (const part of registry.get(entity).parts) {
      const source = sourceOf.get(part.entity);
      const own = source && written.get(part.entity);
      const all = idsWhere(registry.get(part.entity).sqlName, part.column, ids);
      const below = own ? all.filter((id) => !own.has(id)) : all;
      if (below.length === 0) continue;
      if (source) put(source, below);
      putAttachments(idsWhere('attachment', 'ownerId', below));
      putParts(part.entity, below, written);
    }
  };

  return {
    vocabulary,
    put,
    putAttachments,
    putParts,
    /** One piece of a file's text that is not kept yet, for all attachments with this content. */
    putPiece(ids: readonly string[], pieces: readonly string[], part: number) {
      for (const each of attached.all(asList(ids))) putPieces(each, pieces, part, 1);
    },
    /** Writes what is held back until the commit, at the end of each transaction: what fails, fails where it can be caught. */
    flush() {
      vocabulary.flush();
      for (const tier of unwritten) flushes[tier]?.run();
      unwritten.clear();
    },
    /** After a transaction that has failed: nothing of it is written with the next one. */
    giveUp() {
      vocabulary.forget();
      unwritten.clear();
    },
    /** The files that hang on these records. */
    attachmentsOf: (ids: readonly string[]) => idsWhere('attachment', 'ownerId', ids),
    peopleOf: (offices: readonly string[]): string[] =>
      sqlite
        .prepare<[string], string>(
          'SELECT DISTINCT o.personId FROM json_each(?) j CROSS JOIN office o ON o.id = j.value',
        )
        .pluck()
        .all(asList(offices)),
  };
}
