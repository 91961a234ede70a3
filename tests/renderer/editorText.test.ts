// Texts change as little as they must, paste comes as plain text, and what is typed is recognised.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCommands } from '../../renderer/meetings/live/slashCommands.ts';
import { readOffers } from '../../renderer/meetings/live/offers.ts';
import { makeNames, type Name } from '../../renderer/meetings/names/names.ts';
import { nameFinder } from '../../renderer/meetings/names/recognise.ts';
import { tidyText } from '../../renderer/ui/editor/plainPaste.ts';
import { textChange } from '../../renderer/ui/editor/textChange.ts';

describe('textChange', () => {
  it('turns the one text into the other, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const change = textChange(before, after) ?? { from: 0, to: 0, insert: '' };
        const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
        expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
        expect(lone.test(change.insert)).toBe(false);
        expect(lone.test(before.slice(0, change.from))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('touches only what differs', () => {
    expect(textChange('до 15 грудня', 'до 16 грудня')).toEqual({ from: 4, to: 5, insert: '6' });
  });
});

describe('pasted text', () => {
  it('keeps paragraphs and drops what a word processor leaves', () => {
    expect(tidyText('один\r\nдва  \r\n\r\n\r\n\r\nтри\u00ad\r\n')).toBe('один\nдва\n\nтри');
  });
});

const name = (key: string, kind: Name['kind'], label: string, also = ''): Name => ({
  key,
  kind,
  id: key,
  label,
  note: '',
  also,
  participantId: null,
  inRoom: false,
});

const names = [
  name('league', 'organisation', 'Ліга', 'Ліга соціальних працівників'),
  name('police', 'organisation', 'ГУНП', 'Головне управління Національної поліції'),
  name('dms', 'organisation', 'ДМС', 'Державна міграційна служба'),
  name('role', 'person', 'Представниця громади'),
];

describe('names in a text', () => {
  const find = nameFinder(names);
  const found = (text: string): string[] =>
    find(text).map(({ from, to, name: one }) => `${one.key}:${text.slice(from, to)}`);

  it('finds them in any case, the longest first, abbreviations as they are', () => {
    expect(found('Доручити Лізі соціальних працівників та ГУНП')).toEqual([
      'league:Лізі соціальних працівників',
      'police:ГУНП',
    ]);
    expect(found('Просити Лігу надати перелік')).toEqual(['league:Лігу']);
    expect(found('за інформацією Представниці громади')).toEqual(['role:Представниці громади']);
  });

  it('does not take a common word for a name', () => {
    expect(found('ліга чемпіонів, представниця громади')).toEqual([]);
    expect(found('Лігатура і Лігнін')).toEqual([]);
  });

  it('are searched by every word that is typed', () => {
    expect(
      makeNames(names)
        .search('міграц держ')
        .map(({ key }) => key),
    ).toEqual(['dms']);
    expect(makeNames(names).search('гунп', 'person')).toEqual([]);
  });
});

describe('what a decision offers', () => {
  const options = { today: '2026-11-21', language: 'uk' } as const;
  const find = nameFinder(names);
  const none = { dueOn: null, assignees: [] };

  it('reads the deadline and who is named', () => {
    const offers = readOffers('Лізі та ГУНП провести круглі столи до 15.12.', none, find, options);
    expect(offers.dueOn).toBe('2026-12-15');
    expect(offers.assignees.map(({ key }) => key)).toEqual(['league', 'police']);
  });

  it('offers nothing that is there already, nothing past and nothing that is only a date', () => {
    const given = {
      dueOn: '2026-12-15',
      assignees: [{ id: 'x', organisationId: 'police', personId: null, nameText: '', name: '', shortName: '' }],
    };
    expect(readOffers('ГУНП до 15.12.2026', given, find, options)).toEqual({ dueOn: null, assignees: [] });
    expect(readOffers('виконано до 01.02.2020', none, find, options).dueOn).toBeNull();
    expect(readOffers('план від 05.05.2026', none, find, options).dueOn).toBeNull();
  });
});

describe('commands behind a slash', () => {
  const decision = { kind: 'decision', inSession: true, quorum: true } as const;

  it('understands each language and a word typed in the other layout', () => {
    for (const typed of ['д', 'доруч', 'a', 'assign', 'paved', 'uzd', 'ljhex']) {
      expect(findCommands(typed, decision)[0], typed).toBe('assign');
    }
    for (const typed of ['г', 'vote', 'bals', 'ujk']) expect(findCommands(typed, decision)[0], typed).toBe('vote');
    expect(findCommands('наст', decision)[0]).toBe('nextItem');
  });

  it('offers only what makes sense at the place', () => {
    const speech = { kind: 'speech', inSession: true, quorum: true } as const;
    expect(findCommands('', speech)).not.toContain('assign');
    expect(findCommands('', decision)).not.toContain('speaker');
    expect(findCommands('наст', { ...decision, inSession: false })).toEqual([]);
    expect(findCommands('кворум', decision)).toEqual([]);
    expect(findCommands('кворум', { ...decision, quorum: false })[0]).toBe('noQuorum');
  });

  it('offers nothing for words that are no command', () => {
    expect(findCommands('щокварталу', decision)).toEqual([]);
  });
});
