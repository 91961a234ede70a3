import { attachment } from '../../files/tables.ts';
import { person } from '../../directory/tables.ts';
import { registry } from '../../entities.ts';
import type { Author, Ledger } from '../../ledger/ledger.ts';
import type { Blank } from '../../ledger/store.ts';
import { packRegister, unpackRegister } from '../../ledger/values.ts';
import { AppError } from '../../../../shared/errors.ts';
import { forgetIndex } from '../../search/searchIndex.ts';
import { asList, readAll, readOne, type Reader } from '../../statements.ts';
import { readSettings } from '../../workspace/settings.ts';
import { blankInBatches } from './blankBatches.ts';
import { erasure } from '../tables.ts';

/** What is written in the place of a name that was erased, in every language. */
export const erasedName = '***';

/** A contact's data of a person, as registers of the ledger. */
const contactFields = ['email', 'phone', 'note'] as const;
const nameFields = ['name', 'nameCases'] as const;

type Field = (typeof contactFields)[number] | (typeof nameFields)[number];

/** Blank of each register. */
const blanks: Record<Field, Record<string, string | null>> = {
  email: { email: '' },
  phone: { phone: '' },
  note: { note: '' },
  name: { surname: erasedName, givenName: '', patronymic: '' },
  nameCases: { nameCases: null },
};

const fieldsOf = (withName: boolean): readonly Field[] =>
  withName ? [...contactFields, ...nameFields] : contactFields;

/** Registers of a person that an erasure blanks. */
export const erasedFields = (withName: boolean): ReadonlySet<string> => new Set<string>(fieldsOf(withName));

/** The JSON of a blank register, as the ledger keeps it. */
export function blankOf(field: string): string {
  const entity = registry.get('person');
  return packRegister(entity.registers.get(field) ?? [field], blanks[field as Field]);
}

/** An erasure as its record says. */
export interface Erasure {
  personId: string;
  withName: boolean;
  /** The clock of its record: what was written before it goes. */
  hlc: string;
}

export interface EraseTarget extends Reader {
  ledger: Pick<Ledger, 'write' | 'blank'>;
}

/** Shorter words would stand in the names of other people's files too. */
const shortestWord = 4;

/** Words by which a file's name gives the person away: every address, number and surname that was ever written down. */
function tellingWords(reader: Reader, { personId, withName }: Pick<Erasure, 'personId' | 'withName'>): string[] {
  const entity = registry.get('person');
  const versions = readAll<{ field: string; value: string }>(
    reader,
    "SELECT field, value FROM change WHERE entity = 'person' AND row = ? AND field IN (SELECT value FROM json_each(?))",
    personId,
    asList(fieldsOf(withName)),
  );
  const words = new Set<string>();
  for (const { field, value } of versions) {
    const cells = unpackRegister(entity, field, value) ?? {};
    for (const column of ['email', 'phone', 'surname']) {
      const word = cells[column];
      if (typeof word === 'string' && word !== erasedName && word.length >= shortestWord) words.add(word.toLowerCase());
    }
  }
  return [...words];
}

/** A file's name without anything but its ending. */
export const blankName = (name: string): string => `file${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''}`;

interface NamedFile {
  id: string;
  name: string;
}

/** Files whose present or earlier name holds one of these words. */
function filesNaming(reader: Reader, words: readonly string[]): NamedFile[] {
  if (words.length === 0) return [];
  const tells = (name: string) => words.some((word) => name.toLowerCase().includes(word));
  const versions = readAll<{ id: string; name: string; value: string }>(
    reader,
    "SELECT a.id, a.name, c.value FROM change c JOIN attachment a ON a.id = c.row WHERE c.entity = 'attachment' AND c.field = 'name'",
  );
  const found = new Map<string, NamedFile>();
  for (const { id, name, value } of versions)
    if (tells(name) || tells(String(JSON.parse(value)))) found.set(id, { id, name });
  return [...found.values()];
}

/**
 * Does what an erasure says in this workspace (rule 22): the person's row, what its history ever said, names of files
 * that give it away, and the kept batches that hold any of it. The search index follows by itself. Inside the caller's
 * transaction; done again, it changes nothing.
 */
export function carryOut(target: EraseTarget, author: Author, done: Erasure) {
  const { personId, withName, hlc } = done;
  const files = filesNaming(target, tellingWords(target, done));
  target.sqlite.pragma('secure_delete = ON');
  target.ledger.write(author, { label: 'exchange.eraseContact' }, (w) => {
    for (const { id, name } of files) if (name !== blankName(name)) w.update(attachment, id, { name: blankName(name) });
  });
  const changes: Blank[] = fieldsOf(withName).map((field) => ({
    entity: 'person',
    row: personId,
    field,
    before: hlc,
    value: blankOf(field),
  }));
  for (const { id, name } of files)
    changes.push({
      entity: 'attachment',
      row: id,
      field: 'name',
      before: lastClock,
      value: JSON.stringify(blankName(name)),
    });
  const blanked = target.ledger.blank(changes);
  blankInBatches(target, changes);
  // Words in the index have no texts that they could be taken away with: it is made anew.
  if (blanked > 0) forgetIndex(target.sqlite);
}

/** Above every clock: of a file's name all that was ever said is blank. */
const lastClock = '9';

/**
 * Erases a person's contact data for good, here and, when the record of it has travelled, at every partner (rule 22). No
 * undo reaches it. Inside the caller's transaction. Throws `notFound`.
 */
export function eraseContact(
  target: EraseTarget & { ledger: Pick<Ledger, 'write' | 'blank' | 'clocks'> },
  author: Author,
  input: { personId: string; withName: boolean },
  now: number,
) {
  const { personId, withName } = input;
  const here = readOne(target, 'SELECT 1 FROM person WHERE id = ?', personId);
  if (!here) throw new AppError('notFound', { what: 'person' });
  const alone = { ...author, session: `erasing ${author.session}` };
  const agency = readSettings(target).homeAgency;
  const byAgencyId =
    agency !== null && readOne(target, 'SELECT 1 FROM organisation WHERE id = ?', agency) ? agency : null;
  const id = target.ledger.write(alone, { label: 'exchange.eraseContact' }, (w) => {
    const isHere =
      readOne<{ removed: number }>(target, 'SELECT removed FROM person WHERE id = ?', personId)?.removed === 0;
    // A removed person is brought back for the moment: a removal would not know of the blanks.
    if (!isHere) w.restore(person, personId);
    for (const field of fieldsOf(withName)) w.update(person, personId, blanks[field]);
    return w.insert(erasure, { personId, withName, at: new Date(now).toISOString(), byAgencyId });
  });
  const hlc = Object.values(target.ledger.clocks('erasure', id)).toSorted().at(-1) ?? '';
  carryOut(target, alone, { personId, withName, hlc });
}
