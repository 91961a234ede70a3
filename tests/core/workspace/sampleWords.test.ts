// How the sample and the phrases of a new workspace are written: letters, quotation marks and apostrophes of each
// language, and no name but those that the source documents themselves name in public.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll } from '../../../electron/core/statements.ts';
import { languages, type Language } from '../../../shared/languages.ts';
import { makeSampleWorkspace, resources } from '../../fixtures/sample.ts';
import type { TestWorkspace } from '../../fixtures/workspace.ts';

/** Every text that a JSON file holds; keys, references and closed lists have no letters but Latin ones and no blanks. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\s|\p{Script=Cyrillic}|[^\p{ASCII}]/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const folders: Record<Language, string[]> = {
  uk: ['sample/poltava', 'sample/poltava/materials'],
  en: [],
  lt: ['sample/vilnius'],
  lv: ['sample/strom'],
};

const filesOf = (language: Language): string[] => [
  join(resources, 'defaults', `${language}.json`),
  ...folders[language].flatMap((folder) =>
    readdirSync(join(resources, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(resources, folder, name)),
  ),
];

const textsOf = (language: Language): string[] =>
  filesOf(language).flatMap((file) => {
    const words = readFileSync(file, 'utf8').replace('\uFEFF', '');
    return file.endsWith('.json') ? textsIn(JSON.parse(words)) : words.split('\n');
  });

const quotes: Record<Language, { open: string; close: string; foreign: RegExp }> = {
  uk: { open: '«', close: '»', foreign: /["'`ʼ‘“”„]/u },
  en: { open: '“', close: '”', foreign: /["'`‘„«»]/u },
  lt: { open: '„', close: '“', foreign: /["'`‘’”«»]/u },
  lv: { open: '„', close: '”', foreign: /["'`‘’“«»]/u },
};

/** Letters that the language has no use for; names of foreign bodies in Latvian and Lithuanian have some of them. */
const strangers: Record<Language, RegExp> = {
  uk: /[ыэъё]|\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/iu,
  en: /[^\p{ASCII}’“”…–]/u,
  lt: /[āēģīķļņ]|\p{Script=Cyrillic}/iu,
  lv: /[ąęėįųqwxy]|\p{Script=Cyrillic}/iu,
};

describe.each(languages)('texts in %s', (language) => {
  const texts = textsOf(language);
  const { open, close, foreign } = quotes[language];
  const foreignName = /Living for Tomorrow/g;

  it('are there', () => {
    expect(texts.length).toBeGreaterThan(40);
  });

  it('have the quotation marks and apostrophes of the language', () => {
    expect(texts.filter((text) => foreign.test(text))).toEqual([]);
    const unbalanced = texts.filter((text) => text.split(open).length !== text.split(close).length);
    expect(unbalanced).toEqual([]);
  });

  it('have its letters only', () => {
    expect(texts.filter((text) => strangers[language].test(text.replaceAll(foreignName, '')))).toEqual([]);
  });

  it('are set cleanly: composed, no double blanks, no hyphen for a dash, no three dots for an ellipsis', () => {
    const untidy = texts.filter(
      (text) => text !== text.normalize('NFC') || / {2}|^ | $| - |—|\.\.|\s[,;:]/u.test(text),
    );
    expect(untidy).toEqual([]);
  });
});

describe('people of the sample', () => {
  let made: TestWorkspace;
  const rows = <Row>(sql: string, ...values: string[]) => readAll<Row>(made.workspace, sql, ...values);
  beforeAll(async () => {
    made = await makeSampleWorkspace();
  });
  afterAll(() => made.remove());

  /** Named in the public report of 9 September 2024, with what they were there. */
  const named = [
    { name: 'Володимир Василенко', office: 'заступник начальника, Полтавська ОВА' },
    { name: 'Анатолій Павленко', office: 'заступник директора виконавчого, БО «Світло надії»' },
    { name: 'Ове Уруп-Мадсен', office: 'керівник мобільного підрозділу в Україні, КМЄС' },
  ];
  const role =
    /^(Представник|Представниця|Секретарка|Учасниця|Радниця|Фахівчиня|\p{L}+ (\p{Ll}+ )?(atstov|pārstāv|asistent)\p{L}+( \d)?$|Lektorė \d$)/u;

  it('bear roles for names, but for the three whom the source names in public offices of one day', () => {
    const people = rows<{ surname: string; givenName: string; patronymic: string; id: string }>(
      `SELECT id, surname, givenName, patronymic FROM person WHERE surname <> 'Secretary' ORDER BY surname`,
    );
    expect(people.length).toBeGreaterThan(35);
    const withNames = people.filter(({ surname }) => !role.test(surname));
    expect(
      withNames.map(({ surname, givenName, id }) => ({
        name: `${givenName} ${surname}`,
        office: rows<{ office: string }>(
          `SELECT o.position || ', ' || g.shortName AS office FROM office o JOIN organisation g ON g.id = o.organisationId
           WHERE o.personId = ? AND o.startsOn = '2024-09-09' AND o.endsOn = '2024-09-09'`,
          id,
        )
          .map(({ office }) => office)
          .join(),
      })),
    ).toEqual(named);
    expect(people.filter(({ patronymic }) => patronymic !== '')).toEqual([]);
    expect(people.filter(({ surname, givenName }) => role.test(surname) && givenName !== '')).toEqual([]);
  });

  it('who are named were guests of that one meeting, and hold no other office', () => {
    for (const { name } of named) {
      const [givenName = '', surname = ''] = name.split(' ');
      const [person] = rows<{ id: string }>(
        'SELECT id FROM person WHERE surname = ? AND givenName = ?',
        surname,
        givenName,
      );
      const id = person?.id ?? '';
      expect(rows('SELECT 1 FROM office WHERE personId = ?', id)).toHaveLength(1);
      expect(rows('SELECT 1 FROM membership WHERE personId = ?', id)).toEqual([]);
      expect(
        rows(
          'SELECT p.role, m.heldOn FROM participant p JOIN meeting m ON m.id = p.meetingId WHERE p.personId = ?',
          id,
        ),
      ).toEqual([{ role: 'guest', heldOn: '2024-09-09' }]);
      const spoken = rows<{ heldOn: string }>(
        `SELECT DISTINCT m.heldOn FROM speech s JOIN agenda_item i ON i.id = s.itemId JOIN meeting m ON m.id = i.meetingId
         WHERE s.speakerId = ?`,
        id,
      );
      expect(spoken).toEqual([{ heldOn: '2024-09-09' }]);
    }
  });

  it('are written to at addresses that nobody can have', () => {
    const mails = rows<{ email: string }>(`SELECT email FROM person WHERE email <> ''`).map(({ email }) => email);
    expect(mails.length).toBeGreaterThan(25);
    expect(mails.filter((email) => !/^[a-z0-9]+@[a-z]+\.example$/.test(email))).toEqual([]);
    expect(rows(`SELECT 1 FROM organisation WHERE email <> '' OR phone <> '' OR website <> ''`)).toEqual([]);
  });

  it('who stand for agencies in Ukrainian minutes have their case forms', () => {
    const bare = rows<{ surname: string; nameCases: string | null }>(
      `SELECT surname, nameCases FROM person WHERE givenName = '' AND email LIKE '%@group.example'`,
    );
    expect(bare.length).toBeGreaterThan(15);
    expect(bare.filter(({ nameCases }) => nameCases === null)).toEqual([]);
  });
});
