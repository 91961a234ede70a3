import { createHash } from 'node:crypto';
import { today } from '../../../shared/dates.ts';
import type { MemorandumText } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { fillClauseText } from '../../../shared/rules/clauseText.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { peopleOn } from '../directory/peopleOn.ts';
import type { Reading } from '../directory/reading.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Writer } from '../ledger/write.ts';
import { requireText } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { clausesOn } from './amendedText.ts';
import { countWords } from './clauseViews.ts';
import { readParties } from './content.ts';
import { fieldValues } from './fields.ts';
import { readObligations } from './obligationRows.ts';
import { isSigned, requireMemorandum, type MemorandumRecord } from './records.ts';
import { memorandumVersion } from './tables.ts';

export type VersionKind = 'kept' | 'agreed' | 'signed';

/** What a version holds, as JSON in the order of its keys: the same text always gives the same hash. */
interface Snapshot extends MemorandumText {
  kind: VersionKind;
  number: string;
  signedOn: string | null;
  /** Ids of the clauses, in their order: what is compared with what. */
  clauseIds: string[];
}

const hashOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

function textOfRecord(workspace: Reading, resources: string, record: MemorandumRecord, now: Date) {
  const parties = readParties(workspace, record, now);
  const values = fieldValues(resources, record, parties, readObligations(workspace, [record.id]));
  const clauses = clausesOn(workspace, record.id, today(now)).filter(({ amended }) => amended?.change !== 'repeals');
  const text: MemorandumText = {
    title: record.title,
    language: record.language,
    parties: parties.map(({ name, short, signatory, position }) => ({ name, shortName: short, signatory, position })),
    clauses: clauses.map(({ heading, number, text: words }) => ({
      heading,
      number,
      text: fillClauseText(words, values),
    })),
  };
  return { text, clauseIds: clauses.map(({ id }) => id) };
}

/** Inserts a version of the text as it stands inside a write; `record` may carry what the same write changes. */
export function insertVersion(
  w: Writer,
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  record: MemorandumRecord,
  version: { kind: VersionKind; label: string },
  now: Date,
): { id: string; hash: string } {
  const { text, clauseIds } = textOfRecord(workspace, resources, record, now);
  const { number, signedOn } = record;
  const snapshot: Snapshot = { ...text, kind: version.kind, number, signedOn, clauseIds };
  const content = canonicalJson(snapshot);
  const hash = hashOf(content);
  const writer = readOne<{ id: string }>(workspace, 'SELECT id FROM person WHERE id = ?', author.person);
  const id = w.insert(memorandumVersion, {
    memorandumId: record.id,
    label: version.label,
    madeAt: now.toISOString(),
    personId: writer?.id ?? null,
    content,
    hash,
  });
  return { id, hash };
}

/** Keeps the text as it stands. Throws `notFound`, `required`. */
export function keepVersion(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: { id: string; label: string },
  now: Date,
): string {
  const record = requireMemorandum(workspace, input.id);
  requireText(input.label, 'label');
  return workspace.ledger.write(
    author,
    { label: 'memoranda.keepVersion' },
    (w) => insertVersion(w, workspace, author, resources, record, { kind: 'kept', label: input.label.trim() }, now).id,
  );
}

interface StoredVersion {
  id: string;
  memorandumId: string;
  label: string;
  madeAt: string | null;
  personId: string | null;
  content: string;
  hash: string;
}

const snapshotOf = ({ content }: { content: string }): Snapshot => JSON.parse(content) as Snapshot;

/** Versions of a memorandum, the newest first. Throws `notFound`. */
export function listVersions(workspace: Reading, id: string, now: Date) {
  requireMemorandum(workspace, id);
  const rows = readAll<StoredVersion>(
    workspace,
    `SELECT id, memorandumId, label, madeAt, personId, content, hash FROM memorandum_version
     WHERE memorandumId = ? AND removed = 0 ORDER BY madeAt DESC, id DESC`,
    id,
  );
  const people = peopleOn(
    workspace,
    rows.map(({ personId }) => personId),
    today(now),
  );
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    madeAt: row.madeAt ?? now.toISOString(),
    author: people.name(row.personId),
    hash: row.hash,
    words: countWords(
      snapshotOf(row).clauses.flatMap(({ heading, text }) => [heading, text]),
      {},
    ),
  }));
}

const storedVersion = (reader: Reader, id: string): StoredVersion | undefined =>
  readOne<StoredVersion>(reader, 'SELECT * FROM memorandum_version WHERE id = ? AND removed = 0', id);

const asText = ({ title, language, parties, clauses }: MemorandumText): MemorandumText => ({
  title,
  language,
  parties,
  clauses,
});

/** A version as it was kept. Throws `notFound`, `versionDamaged` where it is not what its hash says. */
export function readVersion(reader: Reader, id: string): MemorandumText {
  const row = storedVersion(reader, id);
  if (!row) throw new AppError('notFound', { what: 'memorandumVersion' });
  if (hashOf(row.content) !== row.hash) throw new AppError('versionDamaged');
  return asText(snapshotOf(row));
}

/** The version that was signed; undefined for an unsigned memorandum, or one that was signed before it was entered. */
export function signedVersion(reader: Reader, memorandumId: string): { id: string; text: MemorandumText } | undefined {
  const row = readOne<StoredVersion>(
    reader,
    `SELECT * FROM memorandum_version WHERE memorandumId = ? AND removed = 0 AND content ->> '$.kind' = 'signed'
     ORDER BY madeAt DESC, id DESC LIMIT 1`,
    memorandumId,
  );
  return row && { id: row.id, text: asText(snapshotOf(row)) };
}

export interface TextToCompare extends MemorandumText {
  /** What it is called: the memorandum, and the version. */
  name: string;
  clauseIds: string[];
}

/**
 * The text of a version, or of a memorandum as it stands: fields filled in, amendments in force today applied; the words
 * of the signing where it is signed and nothing has amended it. Throws `notFound`.
 * @param id of a memorandum or of a version
 */
export function readTextToCompare(workspace: Reading, resources: string, id: string, now: Date): TextToCompare {
  const version = storedVersion(workspace, id);
  if (version) {
    const snapshot = snapshotOf(version);
    return { ...asText(snapshot), name: version.label, clauseIds: snapshot.clauseIds };
  }
  const record = requireMemorandum(workspace, id);
  const { text, clauseIds } = textOfRecord(workspace, resources, record, now);
  return { ...text, name: [record.number, record.title].filter(Boolean).join(' · '), clauseIds };
}

/**
 * The whole text for reading, searching and printing: of a version as it was kept; of a signed memorandum as it was
 * signed, unless amendments in force have changed it; else as it stands. Throws `notFound`.
 * @param id of a memorandum or of a version
 */
export function readMemorandumText(workspace: Reading, resources: string, id: string, now: Date): MemorandumText {
  if (storedVersion(workspace, id)) return readVersion(workspace, id);
  const record = requireMemorandum(workspace, id);
  const { text } = textOfRecord(workspace, resources, record, now);
  if (!isSigned(record)) return text;
  const isAmended = clausesOn(workspace, id, today(now)).some(({ amended }) => amended !== null);
  const signed = signedVersion(workspace, id)?.text;
  if (signed === undefined) return text;
  return isAmended ? { ...text, parties: signed.parties } : signed;
}
