import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../../shared/languages.ts';
import { fieldPartsOf, parseClauseText, writeClauseText } from '../../../shared/rules/clauseText.ts';
import { bundledLibrary } from '../../../electron/core/memoranda/library.ts';
import { resources } from '../../fixtures/sample.ts';
import { makeMemoranda, type TestMemoranda } from '../../fixtures/memorandum.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestMemoranda;
beforeEach(async () => (test = await makeMemoranda()));
afterEach(() => test.remove());

const blank = async (): Promise<string> => {
  const { id } = await test.memoranda.create({
    title: 'про взаємодію',
    language: 'uk',
    groupId: null,
    from: 'blank',
    copyFrom: null,
    supersedesId: null,
    organisationIds: [],
  });
  return id;
};
const headings = async (id: string): Promise<string[]> =>
  (await test.memoranda.get({ id })).clauses.map(({ heading }) => heading);

describe('clauses', () => {
  it('are added at a place, from the library or one’s own, moved, taken away and brought back', async () => {
    const id = await blank();
    await test.memoranda.addClause({ memorandumId: id, at: null, libraryKey: 'preamble' });
    await test.memoranda.addClause({ memorandumId: id, at: null, heading: 'Друга', text: 'два' });
    const { id: first } = await test.memoranda.addClause({ memorandumId: id, at: 1, heading: 'Перша', text: 'один' });
    expect(await headings(id)).toEqual(['Сторони', 'Перша', 'Друга']);
    await test.memoranda.moveClause({ id: first, to: 2 });
    expect(await headings(id)).toEqual(['Сторони', 'Друга', 'Перша']);
    expect((await test.memoranda.get({ id })).clauses.map(({ number }) => number)).toEqual([null, 1, 2]);
    await test.memoranda.removeClause({ id: first });
    expect(await headings(id)).toEqual(['Сторони', 'Друга']);
    test.workspace.ledger.undo(test.author);
    expect(await headings(id)).toEqual(['Сторони', 'Друга', 'Перша']);
    expect(
      await refusalCode(() => test.memoranda.addClause({ memorandumId: id, at: null, libraryKey: 'nothing' })),
    ).toBe('notFound');
  });

  it('take typing as one change, and merge what two pages write at different places', async () => {
    const id = await blank();
    const text = 'Сторони діють разом і діляться досвідом.';
    const { id: clause } = await test.memoranda.addClause({ memorandumId: id, at: null, heading: 'А', text });
    const read = (await test.memoranda.get({ id })).clauses[0];
    const base = { text: { clock: read?.clocks['text'] ?? null, text } };
    const [here, there] = [test.page('here'), test.page('there')];
    const typed = await here.updateClause({ id: clause, patch: { text: `Усі ${text}` }, base });
    const more = await here.updateClause({
      id: clause,
      patch: { text: `Усі разом: ${text}` },
      base: { text: { clock: typed.clock, text: typed.text } },
    });
    expect([more.merged, more.conflict]).toEqual([false, false]);
    const history = test.workspace.ledger.history('memorandumClause', clause).filter(({ field }) => field === 'text');
    expect(history).toHaveLength(2);
    const merged = await there.updateClause({ id: clause, patch: { text: `${text} Щороку.` }, base });
    expect(merged).toMatchObject({ merged: true, conflict: false, text: `Усі разом: ${text} Щороку.` });
    const lost = await there.updateClause({ id: clause, patch: { text: 'Ніхто нічого.' }, base });
    expect(lost).toMatchObject({ merged: false, conflict: true, text: merged.text });
    expect(test.workspace.ledger.conflicts.open().map(({ row }) => row)).toEqual([clause]);
  });

  it('come back when one page types on in what another took away', async () => {
    const id = await blank();
    const { id: clause } = await test.memoranda.addClause({ memorandumId: id, at: null, heading: 'А', text: 'слова' });
    await test.page('there').removeClause({ id: clause });
    await test.memoranda.updateClause({ id: clause, patch: { text: 'слова й слова' } });
    expect((await test.memoranda.get({ id })).clauses.map(({ text }) => text)).toEqual(['слова й слова']);
  });

  it('of the agency’s own stand behind the bundled ones', async () => {
    const own = { language: 'uk' as const, heading: 'Наша', text: 'Наш порядок.' };
    const { id } = await test.memoranda.addLibraryClause(own);
    await test.memoranda.updateLibraryClause({ id, patch: { text: 'Наш звичай.' } });
    const library = await test.memoranda.library({ language: 'uk' });
    expect(library.at(-1)).toEqual({
      key: id,
      own: true,
      numbered: true,
      usual: false,
      heading: 'Наша',
      text: 'Наш звичай.',
    });
    expect(library.length).toBeGreaterThan(15);
    await test.memoranda.removeLibraryClause({ id });
    expect((await test.memoranda.library({ language: 'uk' })).some((entry) => entry.own)).toBe(false);
    expect(await refusalCode(() => test.memoranda.addLibraryClause({ ...own, heading: ' ' }))).toBe('required');
  });
});

describe('the bundled clauses', () => {
  const keys = new Set([
    'place',
    'signedOn',
    'startsOn',
    'endsOn',
    'number',
    'noticeMonths',
    'renewMonths',
    'subject',
    'legalBasis',
    'parties',
    'party.1.name',
    'party.2.name',
    '?',
  ]);
  const quotes = { uk: /["'“”„`]/u, en: /["'„«»`]/u, lt: /["'«»”`]/u, lv: /["'«»“`]/u };

  it.each(languages)('in %s are whole: 10 to 14 usual ones, 5 to 8 others, known fields, clean letters', (language) => {
    const clauses = bundledLibrary(resources, language);
    const usual = clauses.filter((clause) => clause.usual);
    expect(usual.length >= 10 && usual.length <= 14).toBe(true);
    expect(clauses.length - usual.length >= 5 && clauses.length - usual.length <= 8).toBe(true);
    expect(new Set(clauses.map(({ key }) => key)).size).toBe(clauses.length);
    for (const { key, text, heading } of clauses) {
      expect(writeClauseText(parseClauseText(text)), key).toBe(text);
      expect(
        fieldPartsOf(text).filter((field) => !keys.has(field.key) || field.label === ''),
        key,
      ).toEqual([]);
      expect(text + heading).not.toMatch(quotes[language]);
      expect(text).not.toMatch(/ {2}|\.\.|—| - /u);
    }
    // A draft from the template has fields to fill in, and no hole that only a person could word.
    expect(usual.flatMap(({ text }) => fieldPartsOf(text)).filter(({ key }) => key === '?')).toEqual([]);
  });

  it.each(languages)('make a draft in %s whose fields fill as the language writes them', async (language) => {
    const { id } = await test.memoranda.create({
      title: 'x',
      language,
      groupId: null,
      from: 'template',
      copyFrom: null,
      supersedesId: null,
      organisationIds: test.group.organisations.slice(0, 3),
    });
    await test.memoranda.update({
      id,
      patch: { noticeMonths: 3, renewMonths: 24, startsOn: '2027-01-01', endsOn: '2027-12-31' },
    });
    const { fieldValues } = await test.memoranda.get({ id });
    expect([fieldValues['noticeMonths'], fieldValues['renewMonths'], fieldValues['endsOn']]).toEqual(
      {
        uk: ['3 місяці', '2 роки', '31 грудня 2027 року'],
        en: ['3 months', '2 years', '31 December 2027'],
        lt: ['3 mėnesius', '2 metų', '2027 m. gruodžio 31 d.'],
        lv: ['3 mēnešus', '2 gadiem', '2027. gada 31. decembris'],
      }[language],
    );
    expect(fieldValues['parties']).not.toMatch(/\{\{|undefined|memorandumText/u);
  });
});

describe('parties', () => {
  it('are organisations once each, or names', async () => {
    const id = await blank();
    const [organisationId = ''] = test.group.organisations;
    await test.memoranda.addParty({ memorandumId: id, organisationId });
    expect(await refusalOf(() => test.memoranda.addParty({ memorandumId: id, organisationId }))).toMatchObject({
      code: 'partyTwice',
      field: 'organisationId',
    });
    expect(await refusalCode(() => test.memoranda.addParty({ memorandumId: id }))).toBe('required');
    const { id: named } = await test.memoranda.addParty({ memorandumId: id, nameText: 'Рада', shortName: 'Рада' });
    await test.memoranda.moveParty({ id: named, to: 0 });
    expect((await test.memoranda.get({ id })).fieldValues['party.1.name']).toBe('Рада');
    await test.memoranda.addObligation({ memorandumId: id, partyId: named, text: 'щось' });
    expect(await refusalCode(() => test.memoranda.removeParty({ id: named }))).toBe('partyHasObligations');
  });
});
