import type Database from 'better-sqlite3';
import { AppError } from '../../../shared/errors.ts';
import type { Entity, Registry } from './registry.ts';
import type { Rows } from './rows.ts';
import type { Store } from './store.ts';
import { unpackRegister } from './values.ts';

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * In the place of a register in a coverage: the row was not there for the minutes when they were signed. Whether a
 * removal held may have hung on things the minutes do not print, so it is written down rather than reckoned again.
 */
export const goneMark = '!gone';

/** entity → row → register → clock of the value that was signed. */
export type Coverage = Record<string, Record<string, Record<string, string>>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a signature says that it covers; null where its text says nothing of the kind: it may have come from anywhere. */
export function readCoverage(text: string): Coverage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const isCoverage =
    isRecord(value) &&
    Object.values(value).every(
      (rows) =>
        isRecord(rows) &&
        Object.values(rows).every(
          (clocks) => isRecord(clocks) && Object.values(clocks).every((clock) => typeof clock === 'string'),
        ),
    );
  return isCoverage ? (value as Coverage) : null;
}

/** A signature with the clock of what it covers, as the ledger has it. */
interface Clocked {
  id: string;
  clock: string;
  /** JSON of JSON. */
  covers: string;
}

/** The signature that rules a meeting: its clock, what it covers, and what those cover that a person has decided against. */
interface Ruling {
  clock: string;
  coverage: Coverage;
  ruledOver(): Coverage[];
}

/**
 * Rule 8. A signature covers what the minutes print: the covered values stay in force whatever the clocks say, and
 * records that it does not know are displaced. Where the same meeting was signed twice apart, the signature with the
 * smaller clock rules until a person decides, on every machine the same; the decision is a field of the meeting.
 */
export function createSignatures(sqlite: Database.Database, registry: Registry, rows: Rows, store: Store) {
  const rootEntity = [...registry.entities.values()].find((entity) => entity.minutes === 'root');
  const signatureEntity = [...registry.entities.values()].find((entity) => entity.minutes === 'signature');
  const parsed = new Map<string, Coverage | null>();
  const roots = sqlite
    .prepare<[string, string], string>('SELECT root FROM covered WHERE entity = ? AND row = ?')
    .pluck();
  const ofSigned = sqlite.prepare<[string], { entity: string; row: string }>(
    'SELECT entity, row FROM covered WHERE root = ?',
  );
  const remember = sqlite.prepare('INSERT OR IGNORE INTO covered (entity, row, root) VALUES (?, ?, ?)');
  const ofRoot =
    signatureEntity &&
    sqlite.prepare<[string], { id: string }>(
      `SELECT id FROM ${signatureEntity.sqlName} WHERE ${signatureEntity.owner?.column ?? 'id'} = ? AND removed = 0`,
    );

  const isPrinted = (entity: Entity, register?: string): boolean =>
    (entity.minutes === 'printed' || entity.minutes === 'root') &&
    (register === undefined || !entity.free.has(register));

  const ownerId = (entity: Entity, row: string): string | null => {
    if (!entity.owner) return null;
    const stored = rows.owner(entity, row);
    if (typeof stored === 'string') return stored;
    // A row that still waits for its owner knows it from its changes only.
    const change = store.newest(entity.name, row, entity.registerOf.get(entity.owner.column) ?? entity.owner.column);
    const value: unknown = change ? JSON.parse(change.value) : null;
    return typeof value === 'string' ? value : null;
  };

  /** The meeting a row belongs to: itself, or up the owners. */
  const rootOf = (entity: Entity, row: string): string | null => {
    let at: Entity = entity;
    let id: string | null = row;
    while (id !== null && at.minutes !== 'root') {
      if (!at.owner) return null;
      id = ownerId(at, id);
      at = registry.get(at.owner.entity);
    }
    return id;
  };

  /** The last decision of a person between signatures: for which, and between which; as the ledger has it, settled or not. */
  const decisionOn = (root: string): { id: string; over: ReadonlySet<string> } | null => {
    if (!rootEntity?.ruling) return null;
    const { column, over, register } = rootEntity.ruling;
    const decision = store.newest(rootEntity.name, root, register);
    const cells = decision ? unpackRegister(rootEntity, register, decision.value) : null;
    const id = cells?.[column];
    return typeof id === 'string' ? { id, over: new Set(String(cells?.[over]).split(' ')) } : null;
  };

  const parse = ({ id, clock, covers }: Clocked): Coverage | null => {
    const key = `${id} ${clock}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const text: unknown = JSON.parse(covers);
    const coverage = readCoverage(typeof text === 'string' ? text : '');
    if (parsed.size > 50) parsed.clear();
    parsed.set(key, coverage);
    return coverage;
  };

  /** The signature that rules a meeting. */
  const ruling = (root: string): Ruling | null => {
    if (!ofRoot || !signatureEntity) return null;
    // The covers as the ledger has them: the row itself may not be settled yet.
    const clocked = ofRoot.all(root).flatMap(({ id }) => {
      const covers = store.newest(signatureEntity.name, id, 'covers');
      const text = { id, clock: covers?.hlc ?? '', covers: covers?.value ?? '""' };
      const coverage = parse(text);
      return coverage ? [{ ...text, coverage }] : [];
    });
    const decision = clocked.length > 1 ? decisionOn(root) : null;
    const chosen = clocked.find(({ id }) => id === decision?.id);
    const first = chosen ?? clocked.toSorted((a, b) => compare(a.clock, b.clock) || compare(a.id, b.id))[0];
    if (!first) return null;
    const over = chosen ? clocked.filter(({ id }) => id !== chosen.id && decision?.over.has(id) === true) : [];
    return { clock: first.clock, coverage: first.coverage, ruledOver: () => over.map(({ coverage }) => coverage) };
  };

  /**
   * The signature that says what a row is: that of a meeting which signed this very row, wherever it was moved since; else
   * that of the meeting it lies in now, which then does not know it.
   */
  const rulingOf = (entity: Entity, row: string): Ruling | null => {
    if (!isPrinted(entity)) return null;
    const signed = roots
      .all(entity.name, row)
      .flatMap((root) => ruling(root) ?? [])
      .filter(({ coverage }) => coverage[entity.name]?.[row] !== undefined)
      .toSorted((a, b) => compare(a.clock, b.clock))[0];
    if (signed) return signed;
    const root = rootOf(entity, row);
    return root === null ? null : ruling(root);
  };

  const coverageOf = (entity: Entity, row: string): Coverage | null => rulingOf(entity, row)?.coverage ?? null;

  /** Every row that the minutes of this meeting print, removed ones too. */
  const printedParts = (start: Entity, id: string): { entity: Entity; id: string }[] =>
    rows
      .parts(start, id)
      .filter((part) => isPrinted(part.entity))
      .flatMap((part) => [{ entity: part.entity, id: part.id }, ...printedParts(part.entity, part.id)]);

  const printedRows = (root: string): { entity: Entity; id: string }[] =>
    rootEntity ? [{ entity: rootEntity, id: root }, ...printedParts(rootEntity, root)] : [];

  /** Everything that one signature of a meeting or the other decides on. */
  const decidedRows = (root: string): { entity: string; row: string }[] => [
    ...printedRows(root).map(({ entity, id }) => ({ entity: entity.name, row: id })),
    ...ofSigned.all(root),
  ];

  const isSigned = (root: string): boolean => (ofRoot?.get(root) ?? null) !== null;

  /** Whether signed minutes print this register of the row; the row itself without a register. */
  const isFixed = (entity: Entity, row: string, register?: string): boolean => {
    const root = isPrinted(entity, register) ? rootOf(entity, row) : null;
    return root !== null && isSigned(root);
  };

  return {
    rootOf,
    isFixed,
    coverageOf,
    /**
     * The clocks that a register had in minutes which a person has decided against: what they said stands in them, side by
     * side with those in force, and has no need to be decided once more. What minutes do not say nobody has compared.
     */
    decidedAgainst: (entity: Entity, row: string, register: string): string[] =>
      entity.unsaid.has(register)
        ? []
        : (rulingOf(entity, row)?.ruledOver() ?? []).flatMap(
            (coverage) => coverage[entity.name]?.[row]?.[register] ?? [],
          ),
    decidedRows,
    /** What hangs on a printed row, at any depth. */
    printedParts,
    isPrinted,
    /** Notes which rows a signature covers. */
    index(root: string, covers: string) {
      const covered = Object.entries(readCoverage(covers) ?? {}).flatMap(([entity, ids]) =>
        registry.entities.has(entity) ? Object.keys(ids).map((row) => ({ entity, row })) : [],
      );
      for (const { entity, row } of covered) remember.run(entity, row, root);
    },
    isSigned,
    /** The clocks of everything the minutes of this meeting print, as they stand now. */
    cover(root: string): Coverage {
      const coverage: Coverage = {};
      for (const { entity, id } of printedRows(root)) {
        const clocks: Record<string, string> = {};
        for (const change of store.currents(entity.name, id))
          if (isPrinted(entity, change.field)) clocks[change.field] = change.hlc;
        if (rows.get(entity, id)?.removed === 1) clocks[goneMark] = 'gone';
        (coverage[entity.name] ??= {})[id] = clocks;
      }
      return coverage;
    },
    /** Refuses a local write of what signed minutes print. Throws `signedLocked`. */
    guard(entity: Entity, row: string, register: string | null) {
      if (entity.minutes === 'signature' && register === 'removed') throw new AppError('signedLocked');
      if (isFixed(entity, row, register ?? undefined)) throw new AppError('signedLocked');
    },
  };
}

export type Signatures = ReturnType<typeof createSignatures>;
