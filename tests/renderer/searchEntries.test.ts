import { describe, expect, it } from 'vitest';
import { addressOf, withMarks } from '../../renderer/app/shell/find/addresses.ts';
import { matchingCommands, sectionsOf } from '../../renderer/app/shell/find/entries.ts';
import type { Command } from '../../renderer/ui/window/commands.ts';
import type { SearchResult } from '../../shared/contract/search.ts';

const command = (id: string, label: string, group = 'Перехід'): Command => ({ id, label, group, run: () => undefined });
const commands = [
  command('go.meetings', 'Засідання'),
  command('meetings.new', 'Нове засідання', 'Засідання'),
  command('view.dark', 'Темна тема', 'Оформлення'),
];

const nowhere: SearchResult['place'] = {
  meetingId: null,
  itemId: null,
  memorandumId: null,
  projectId: null,
  ownerEntity: null,
  ownerId: null,
};
const result = (over: Partial<SearchResult>): SearchResult => ({
  entity: 'decision',
  id: 'd1',
  area: 'decisions',
  title: '5/2.2',
  context: '',
  day: null,
  snippet: [],
  place: nowhere,
  ...over,
});

describe('commands beside what was found', () => {
  it('are found by beginnings of words in any order, whatever the case and the apostrophes', () => {
    expect(matchingCommands(commands, 'зас нов').map(({ id }) => id)).toEqual(['meetings.new']);
    expect(matchingCommands(commands, 'ЗАСІДАННЯ').map(({ id }) => id)).toEqual(['go.meetings', 'meetings.new']);
  });
  it('are found by words with hyphens in them', () => {
    const letter = command('decisions.remind', 'Лист-нагадування', 'Рішення');
    expect(matchingCommands([letter], 'Лист-нагадування')).toEqual([letter]);
    expect(matchingCommands([letter], 'нагад')).toEqual([letter]);
  });
  it('come before those whose area is called so', () => {
    const calendar = command('today.calendar', 'Строки в календар', 'Засідання');
    const found = matchingCommands([calendar, ...commands], 'засідання').map(({ id }) => id);
    expect(found).toEqual(['go.meetings', 'meetings.new', 'today.calendar']);
  });
  it('are not found by letters within a word', () => {
    expect(matchingCommands(commands, 'сіданн')).toEqual([]);
  });
  it('about a record are found by what they do, not by its name alone', () => {
    const send = { ...command('send', 'Надіслати пакет: Рада громади'), about: 'Рада громади' };
    expect(matchingCommands([send], 'рада')).toEqual([]);
    expect(matchingCommands([send], 'надіслати рада')).toEqual([send]);
    expect(matchingCommands([send], 'рада', true)).toEqual([send]);
  });
  it('are all there when nothing is typed', () => {
    expect(matchingCommands(commands, '  ')).toHaveLength(3);
  });
});

describe('sections', () => {
  const results = [
    result({ entity: 'speech', id: 's1', area: 'meetings' }),
    result({ id: 'd1' }),
    result({ entity: 'meeting', id: 'm1', area: 'meetings' }),
  ];
  it('stand in the order of their best result, commands first, the way to more last', () => {
    const sections = sectionsOf({ commands, results, hasMore: true, recent: null, onlyCommands: false });
    expect(sections.map(({ key, entries }) => [key, entries.length])).toEqual([
      ['commands', 3],
      ['meetings', 2],
      ['decisions', 1],
      ['more', 1],
    ]);
  });
  it('that are empty are not there; few commands stand beside results, all of them alone', () => {
    const many = Array.from({ length: 9 }, (_, n) => command(`c${n}`, `Дія ${n}`));
    const beside = sectionsOf({ commands: many, results, hasMore: false, recent: null, onlyCommands: false });
    expect(beside[0]?.entries).toHaveLength(4);
    const alone = sectionsOf({ commands: many, results: [], hasMore: false, recent: null, onlyCommands: true });
    expect(alone.map(({ key, entries }) => [key, entries.length])).toEqual([['commands', 9]]);
  });
  it('give every line a name of its own', () => {
    const place = { address: '/decisions/d1', entity: 'decision' as const, title: '', context: '', day: null };
    const sections = sectionsOf({
      commands,
      results,
      hasMore: true,
      recent: { places: [place], searches: [] },
      onlyCommands: false,
    });
    const keys = sections.flatMap(({ entries }) => entries.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => !/\s/.test(key))).toBe(true);
  });
});

describe('addresses', () => {
  it.each([
    [{ entity: 'meeting', id: 'm1' }, '/meetings/m1'],
    [{ entity: 'agendaItem', id: 'i1', place: { ...nowhere, meetingId: 'm1', itemId: 'i1' } }, '/meetings/m1?item=i1'],
    [{ entity: 'speech', id: 's1', place: { ...nowhere, meetingId: 'm1', itemId: 'i1' } }, '/meetings/m1?item=i1'],
    [{ entity: 'decision', id: 'd1', place: { ...nowhere, meetingId: 'm1', itemId: 'i1' } }, '/decisions/d1'],
    [{ entity: 'memorandum', id: 'a1' }, '/memoranda/a1'],
    [{ entity: 'memorandumClause', id: 'c1', place: { ...nowhere, memorandumId: 'a1' } }, '/memoranda/a1?clause=c1'],
    [{ entity: 'obligation', id: 'o1', place: { ...nowhere, memorandumId: 'a1' } }, '/memoranda/a1?obligation=o1'],
    [{ entity: 'person', id: 'p1' }, '/directory/people/p1'],
    [{ entity: 'organisation', id: 'g1' }, '/directory/organisations/g1'],
    [{ entity: 'workingGroup', id: 'w1' }, '/directory/groups/w1'],
    [
      { entity: 'attachment', id: 'f1', place: { ...nowhere, meetingId: 'm1', ownerEntity: 'meeting', ownerId: 'm1' } },
      '/meetings/m1',
    ],
    [
      {
        entity: 'attachment',
        id: 'f1',
        place: { ...nowhere, meetingId: 'm1', ownerEntity: 'decision', ownerId: 'd1' },
      },
      '/decisions/d1',
    ],
    [
      {
        entity: 'attachment',
        id: 'f1',
        place: { ...nowhere, memorandumId: 'a1', ownerEntity: 'obligationNote', ownerId: 'n1' },
      },
      '/memoranda/a1',
    ],
  ] as const)('%o opens %s', (over, address) => {
    expect(addressOf(result(over))).toBe(address);
  });
  it('carry the words to be marked, safely', () => {
    expect(withMarks('/meetings/m1?item=i1', ' круглий & стіл ')).toBe(
      `/meetings/m1?item=i1&mark=${encodeURIComponent('круглий & стіл')}`,
    );
    expect(withMarks('/decisions/d1', '   ')).toBe('/decisions/d1');
    expect(withMarks('/decisions/d1', 'а'.repeat(10_000)).length).toBeLessThan(2000);
  });
});
