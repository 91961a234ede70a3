import { formatDay, isIsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { registry } from '../entities.ts';
import type { Cell, Entity } from '../ledger/registry.ts';
import { unpackRegister } from '../ledger/values.ts';
import { readOne, type Reader } from '../statements.ts';

type Cells = Record<string, Cell>;

/** What stands before a document's number. */
const numberSign: Record<Language, string> = { uk: '№', en: 'No.', lt: 'Nr.', lv: 'Nr.' };

/** Characters of a long text that are enough to know it by. */
const mostCharacters = 80;

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= mostCharacters) return line;
  // Not within a surrogate pair, and rather not within a word.
  const cut = Array.from(line).slice(0, mostCharacters).join('');
  return `${cut.replace(/\s+\S*$/u, '') || cut}…`;
};

const words = (...parts: (Cell | undefined)[]): string => parts.filter(Boolean).join(' ');
const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Registers of text by which a record is known, the best first. */
const telling = [
  'title',
  'heading',
  'shortName',
  'name',
  'label',
  'text',
  'nameText',
  'was',
  'position',
  'fileName',
  'number',
];

function ownWords(reader: Reader, entity: Entity, cells: Cells, language: Language): string {
  const dayOf = (day: Cell | undefined): string => (isIsoDay(day) ? formatDay(day, language) : '');
  const called = (target: string, id: Cell | undefined): string => nameOf(reader, target, id, language);
  if (entity.name === 'person') return words(cells['surname'], cells['givenName']);
  if (entity.name === 'setting') return String(cells['id']);
  if (entity.name === 'meeting')
    return joined(called('workingGroup', cells['groupId']), String(cells['title']), dayOf(cells['heldOn']));
  if (entity.name === 'signature') {
    const { number, signedOn, chairName, secretaryName } = cells;
    const numbered = number === '' ? '' : `${numberSign[language]} ${String(number)}`;
    return joined(numbered, dayOf(signedOn), words(chairName), words(secretaryName));
  }
  const column = telling.find((name) => typeof cells[name] === 'string' && cells[name] !== '');
  if (column !== undefined) return shortened(String(cells[column]));
  return called('person', cells['personId']) || called('organisation', cells['organisationId']);
}

/** Parts that mean little without what they are a part of; a meeting and its items stand for themselves. */
const withOwner = (entity: Entity): boolean =>
  entity.owner !== null && entity.minutes !== 'root' && entity.owner.entity !== 'meeting';

function nameOf(reader: Reader, entityName: string, row: Cell | undefined, language: Language): string {
  const entity = registry.get(entityName);
  if (typeof row !== 'string') return '';
  const cells = readOne<Cells>(reader, `SELECT * FROM ${entity.sqlName} WHERE id = ?`, row);
  return cells ? ownWords(reader, entity, cells, language) : '';
}

/**
 * What a record is called, removed or not: its title, its name, the beginning of its text; a speech or decision with the
 * title of its item before it, a vote with the decision. '' where there is nothing to call it by.
 * @param language of the screen that shows it: days are written as there
 */
export function recordName(reader: Reader, entityName: string, row: string, language: Language): string {
  const entity = registry.get(entityName);
  const cells = readOne<Cells>(reader, `SELECT * FROM ${entity.sqlName} WHERE id = ?`, row);
  if (!cells) return '';
  const participant = typeof cells['participantId'] === 'string' ? cells['participantId'] : null;
  const owner = entity.owner && withOwner(entity) ? cells[entity.owner.column] : null;
  const ownerName =
    entity.owner && typeof owner === 'string' ? nameOf(reader, entity.owner.entity, owner, language) : '';
  const own = ownWords(reader, entity, cells, language);
  return joined(
    ownerName,
    participant === null || owner === participant ? '' : nameOf(reader, 'participant', participant, language),
    // what has no words of its own is called by whom it is about, and that may be its owner
    own === ownerName ? '' : own,
  );
}

/**
 * For values of a register as the ledger keeps them (JSON): the ids in them that refer to records → what those are called,
 * removed or not; without those that have no name. Each record is read once.
 */
export function referredNames(reader: Reader, language: Language) {
  const known = new Map<string, string>();
  const called = (target: string, id: string): string => {
    const name = known.get(id) ?? recordName(reader, target, id, language);
    known.set(id, name);
    return name;
  };
  return (entity: Entity, field: string, values: readonly (string | null)[]): Record<string, string> => {
    const names: Record<string, string> = {};
    const columns = entity.registers.get(field) ?? [];
    if (!columns.some((column) => entity.refers.has(column))) return names;
    for (const value of values) {
      const cells = value === null ? null : unpackRegister(entity, field, value);
      for (const [column, cell] of Object.entries(cells ?? {})) {
        const target = entity.refers.get(column);
        const name = target && typeof cell === 'string' ? called(target, cell) : '';
        if (name !== '') names[String(cell)] = name;
      }
    }
    return names;
  };
}
