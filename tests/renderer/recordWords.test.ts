// Every record of the ledger and each of its fields can be named on screen; words.test.ts holds the languages level.
import { describe, expect, it } from 'vitest';
import { registry } from '../../electron/core/entities.ts';
import ui from '../../resources/locales/en/ui.json' with { type: 'json' };
import records from '../../resources/locales/en/records.json' with { type: 'json' };
import vocabulary from '../../resources/locales/en/vocabulary.json' with { type: 'json' };
import { isToldAtFirst, parsedValue, recordWordsIn, type Find } from '../../renderer/ui/records/recordWords.ts';
import { vocabularyOf } from '../../renderer/ui/records/vocabularyOf.ts';

const entities = [...registry.entities.values()];
const has = (words: object, key: string): boolean => Object.hasOwn(words, key);

describe('the words for records', () => {
  it('name every entity', () => {
    expect(entities.map(({ name }) => name).filter((name) => !has(records.entity, name))).toEqual([]);
  });

  it('name every register and every column', () => {
    const missing = entities.flatMap(({ name, registers, columns }) =>
      [...registers.keys(), ...columns.keys()]
        .filter((field) => field !== 'id' && !has(records.field, field))
        .map((field) => `${name}.${field}`),
    );
    expect(missing).toEqual([]);
  });

  it('name nothing that is not there', () => {
    const fields = new Set(entities.flatMap(({ registers, columns }) => [...registers.keys(), ...columns.keys()]));
    expect(Object.keys(records.field).filter((field) => !fields.has(field))).toEqual([]);
    expect(Object.keys(records.entity).filter((name) => !registry.entities.has(name))).toEqual([]);
    const own = Object.entries(records.own).flatMap(([entity, words]) =>
      Object.keys(words).filter((field) => {
        // a register of several columns is told column by column
        const { registers, columns } = registry.get(entity);
        return !registers.has(field) && !columns.has(field);
      }),
    );
    expect(own).toEqual([]);
  });

  it('have the words of every closed list', () => {
    const missing = entities.flatMap(({ name, columns }) =>
      [...columns.values()].flatMap(({ name: column, oneOf }) => {
        if (oneOf === null || column === 'language' || column === 'form') return [];
        const list = vocabularyOf(name, column);
        const words = list === undefined ? {} : vocabulary[list];
        return oneOf.filter((value) => !has(words, value)).map((value) => `${name}.${column}: ${value}`);
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('a value in words', () => {
  const find: Find = (namespace, key) => {
    let at: unknown = { records, ui, vocabulary }[namespace];
    for (const part of key.split('.'))
      at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined;
    return typeof at === 'string' ? at : undefined;
  };
  const words = recordWordsIn(find, 'en');
  const text = (entity: string, field: string, json: string | null, names = {}) =>
    words.valueText(entity, field, parsedValue(json), names);

  it('is what JSON says, or a word of a closed list, a day, a time', () => {
    expect(text('meeting', 'place', '"Hall 3"')).toBe('Hall 3');
    expect(text('meeting', 'place', 'not json')).toBe('not json');
    for (const nothing of ['null', '""', null]) expect(text('meeting', 'place', nothing)).toBe('empty');
    expect(text('meeting', 'status', '"draftMinutes"')).toBe('draft minutes');
    expect(text('meeting', 'language', '"lt"')).toBe('Lietuvių');
    expect(text('seat', 'votes', '0')).toBe('no');
    expect(text('agendaItem', 'minutesPlanned', '0')).toBe('0');
    expect(text('decision', 'dueOn', '"2026-03-12"')).toBe('12/03/2026');
  });

  it('names the parts of a fact that several columns hold, and leaves out the empty ones', () => {
    const schedule = JSON.stringify({ heldOn: '2026-03-12', startsAt: '10:00', endsAt: null });
    expect(text('meeting', 'schedule', schedule)).toBe('Date: 12/03/2026\nStart: 10:00');
    expect(text('meeting', 'schedule', '{"heldOn":null}')).toBe('empty');
  });

  it('says who an id is, and what a removal means', () => {
    expect(text('meeting', 'chairId', '"one"', { one: 'Member 1' })).toBe('Member 1');
    expect(text('meeting', 'removed', '{"seen":{}}')).toBe('the record was removed');
    expect(text('meeting', 'removed', '0')).toBe('the record is there');
  });

  it('says of a place in a list that it has changed, which at the beginning goes without saying', () => {
    expect(text('decision', 'sortKey', '"aB"')).toBe('the record was moved');
    expect(['removed', 'sortKey', 'dueOn'].filter(isToldAtFirst)).toEqual(['dueOn']);
  });

  it('has a name for a field of its own kind where it differs', () => {
    expect([words.fieldName('person', 'name'), words.fieldName('organisation', 'name')]).toEqual(['Full name', 'Name']);
    expect([words.entityName('agendaItem'), words.entityName('fromLater')]).toEqual(['agenda item', 'fromLater']);
  });

  it('names a value’s baseline and an organisation as what they are, not as a plan’s and a person’s', () => {
    const { fieldName } = words;
    expect(fieldName('indicator', 'baseline')).toBe('Baseline value');
    expect(fieldName('activity', 'baseline')).toBe('Baseline');
    expect(fieldName('milestone', 'baselineOn')).toBe('Baseline deadline');
    expect(fieldName('funder', 'nameText')).toBe('Name');
  });
});
