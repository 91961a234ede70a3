// What minutes say in each form, and what they are like at the edges: empty, long, hostile, with a crowd, signed.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../../../electron/core/reports/makeReport.ts';
import { addCorrection } from '../../../electron/core/meetings/corrections.ts';
import { signMinutes } from '../../../electron/core/meetings/signing.ts';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { organisation, person, workingGroup } from '../../../electron/core/directory/tables.ts';
import { agendaItem, meeting as meetingTable, participant, speech } from '../../../electron/core/meetings/tables.ts';
import { setting } from '../../../electron/core/workspace/tables.ts';
import { languages, type Language } from '../../../shared/languages.ts';
import type { MeetingDocument } from '../../../shared/vocabulary.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { linesOf, partsOf, tablesOf, textOf } from '../../fixtures/paperFile.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../../fixtures/wordFiles.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const noSubject = { decisionId: null, correctionId: null, participantId: null };

const make = (
  made: TestWorkspace,
  meetingId: string,
  form: Language,
  report: MeetingDocument = 'minutes',
  more: Partial<typeof noSubject> | Record<string, string> = {},
) => makeReport(made.workspace, resources, { report, form, meetingId, ...noSubject, ...more }, '2026-11-21');

/** What stands between two lines of a paper. */
const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start));
};

describe('the minutes of a full meeting', () => {
  let made: TestWorkspace;
  let meeting: TestMeeting;
  beforeAll(async () => {
    made = await makeWorkspace({ at: '2026-11-21 12:00' });
    meeting = makeMeeting(made);
  });
  afterAll(() => made.remove());

  it('follow DSTU 4163:2020 in Ukrainian', async () => {
    const { bytes } = await make(made, meeting.id, 'uk');
    const lines = linesOf(bytes);
    const at = (style: string) => lines.filter((line) => line.style === style).map(({ text }) => text);
    expect(at('Title')).toEqual(['Протокол']);
    expect(at('DateLine')).toEqual(['12~листопада~2026~року→№~7']);
    expect(at('Subtitle')).toEqual(['засідання обласної координаційної ради з питань протидії торгівлі людьми']);
    expect(at('Part')).toEqual([
      'СЛУХАЛИ:',
      'ВИРІШИЛИ:',
      'СЛУХАЛИ:',
      'ВИСТУПИЛИ:',
      'ВИРІШИЛИ:',
      'СЛУХАЛИ:',
      'ВИСТУПИЛИ:',
      'ВИРІШИЛИ:',
      'СЛУХАЛИ:',
      'ВИСТУПИЛИ:',
      'ВИРІШИЛИ:',
    ]);
    expect(at('Signature')).toEqual(['Голова→→Олена~ЗРАЗКОВА', 'Секретар→→Марія~УМОВНА']);
    expect(at('Listed')).toContain(
      'Голова~– Зразкова~О.~І., заступниця начальника обласної військової адміністрації, Полтавська обласна військова адміністрація',
    );
  });

  it('charge people in the dative and hear them in the accusative', async () => {
    const full = textOf((await make(made, meeting.id, 'uk')).bytes);
    expect(full).toContain('Доручити Прикладу О. П., Взірцю І. В. підготувати спільний алгоритм дій');
    expect(full).not.toContain('Виконавці: Приклад');
    expect(full).toContain('Виконавці: ГУНП, ССД.');
    expect(full).toContain('Окрема думка Пробної Д. М.: кампанію');
    const short = textOf((await make(made, meeting.id, 'uk', 'shortMinutes')).bytes);
    expect(between(short, 'Про стан виявлення постраждалих', 'ВИРІШИЛИ')).not.toContain('статистика');
    expect(short).toContain('СЛУХАЛИ:\nПриклада О. П.\nВИСТУПИЛИ:\nВзірець І. В., Зразкова О. І.\nВИРІШИЛИ:');
  });

  it('say how it was voted', async () => {
    const text = textOf((await make(made, meeting.id, 'uk')).bytes);
    expect(text).toContain('Рішення ухвалено консенсусом.');
    expect(text).toContain('Голосували: «за» – 7, «проти» – 0, «утримались» – 0. Рішення ухвалено одноголосно.');
    expect(text).toContain('Поіменне голосування: «за» – 3, «проти» – 1, «утримались» – 1.');
    expect(text).toContain('«За»: Зразкова О. І., Приклад О. П., Взірець І. В.');
    expect(text).toContain('Не голосували: Член групи 6.');
    expect(text).toContain('Заявили самовідвід і не брали участі в голосуванні: Представниця громади.');
    expect(text).toContain('Таємне голосування: «за» – 5, «проти» – 0, «утримались» – 1.');
    expect(text).toContain('«утримались» – 1. Рішення не ухвалено.');
    expect(text).toContain(
      'Рішення ухвалено без кворуму; підстава: частина членів ради вибула через повітряну тривогу',
    );
    expect(text).not.toContain('..');
    expect(textOf((await make(made, meeting.id, 'lv')).bytes)).toContain(
      'Balsojums: par – 7, pret – nav, atturas – nav.',
    );
  });

  it('say who was there for only part of it, for whom, and how', async () => {
    const text = textOf((await make(made, meeting.id, 'uk')).bytes);
    expect(text).toContain('Національної поліції в Полтавській області (з 10:20)');
    expect(text).toContain('(до 11:05)');
    expect(text).toContain('Обласний центр зайнятості (дистанційно)');
    expect(text).toContain('(замість Член групи 8)');
    expect(text).toContain('Кворум є: присутні члени з правом голосу – 6 із 8.');
    expect(text).toContain('Перерва з 11:15 до 11:45 (повітряна тривога). Після перерви кворум є');
    expect(between(text, 'Відсутні:', 'Кворум')).toContain('Член групи 8');
    const english = textOf((await make(made, meeting.id, 'en')).bytes);
    expect(between(english, 'Про стан виконання', 'Про стан виявлення')).toContain(
      'Ігор Взірець joined the meeting at 10:20.',
    );
    expect(between(english, 'Про проведення 18', 'Про єдину')).toContain('Член групи 6 left the meeting at 11:05.');
  });

  it('carry earlier decisions over in a table', async () => {
    const [table] = tablesOf((await make(made, meeting.id, 'uk')).bytes);
    expect(table?.[0]).toEqual(['№', 'Рішення', 'Виконавець', 'Строк виконання', 'Стан виконання']);
    expect(table?.[1]?.[0]).toBe('6/1.1');
    expect(table?.[1]?.slice(2)).toEqual([
      'ДСЗН',
      '01.11.2026',
      'прострочено\nНавчання пройшли 42 фахівці з 19 громад.',
    ]);
  });

  it('are numbered by Word: items, decisions under them, none for what is only information', async () => {
    const { bytes } = await make(made, meeting.id, 'uk');
    const lines = linesOf(bytes);
    const items = lines.filter(({ style }) => style === 'Heading2');
    const decisions = lines.filter(({ style, list }) => style === 'Decision' && list !== '');
    expect(new Set(items.map(({ list }) => list)).size).toBe(1);
    expect(new Set(decisions.map(({ list }) => list))).toEqual(new Set([items[0]?.list.replace('.0', '.1')]));
    expect(decisions.length).toBe(5);
    expect(lines.find(({ text }) => text.startsWith('Інформацію про стан'))?.list).toBe('');
    for (const { text } of [...items, ...decisions]) expect(text).not.toMatch(/^\d/);
    expect(partsOf(bytes).get('word/numbering.xml')).toContain('w:val="%1.%2."');
  });

  it.each([
    ['lt', 'w:val="%1. SVARSTYTA."', ['Pasisakė:', 'NUTARTA:'], 'Posėdžio pirmininkė→→Олена~Зразкова'],
    ['lv', 'w:val="%1."', ['Ziņo:', 'Izsakās:', 'Nolemj:'], 'Sēdes vadītāja→→О.~Зразкова'],
  ] as const)('follow the form of %s', async (form, numbering, parts, signature) => {
    const { bytes } = await make(made, meeting.id, form);
    const lines = linesOf(bytes);
    expect(partsOf(bytes).get('word/numbering.xml')).toContain(numbering);
    for (const part of parts)
      expect(lines.filter(({ style }) => style === 'Part').map(({ text }) => text)).toContain(part);
    expect(lines.find(({ style }) => style === 'Signature')?.text).toBe(signature);
  });

  it('put the chair first, the secretary last and actions into a column in English', async () => {
    const { bytes } = await make(made, meeting.id, 'en');
    const listed = linesOf(bytes).filter(({ style }) => style === 'Listed');
    expect(listed[0]?.text).toMatch(/^Олена Зразкова \(Chair\)/);
    expect(listed.findIndex(({ text }) => text.startsWith('Марія Умовна (Secretary)'))).toBe(7);
    const table = tablesOf(bytes).find(([head]) => head?.[2] === 'Action' && head[1] === 'Resolution');
    expect(table?.[0]).toEqual(['No.', 'Resolution', 'Action', 'Due']);
    expect(table?.[1]?.slice(1)).toEqual([
      'Підготувати спільний алгоритм дій у разі виявлення ознак торгівлі людьми та подати його на розгляд координаційної ради.',
      'Олександр Приклад (ДСЗН),\nІгор Взірець (ГУНП)',
      '15/12/2026',
    ]);
  });

  it('take the font and size that the workspace sets', async () => {
    const styles = async () => partsOf((await make(made, meeting.id, 'uk')).bytes).get('word/styles.xml') ?? '';
    expect(await styles()).toContain('w:ascii="Times New Roman"');
    expect(await styles()).toContain('<w:sz w:val="28"/>');
    made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
      w.insert(setting, { id: 'documentFont', value: JSON.stringify('Arial') });
      w.insert(setting, { id: 'documentFontSize', value: JSON.stringify(12) });
    });
    expect(await styles()).not.toContain('Times New Roman');
    expect(await styles()).toContain('<w:sz w:val="24"/>');
    made.workspace.ledger.undo(made.author);
  });
});

describe('signed minutes', () => {
  it('print what was signed, whatever the records say later, and name their corrections', async () => {
    const made = await makeWorkspace({ at: '2026-11-21 12:00' });
    const meeting = makeMeeting(made);
    const { workspace, author } = made;
    workspace.ledger.write(author, { label: 'test' }, (w) => w.update(meetingTable, meeting.id, { number: '7' }));
    signMinutes(workspace, author, { id: meeting.id, on: '2026-11-20', number: null }, new Date(made.clock.now()));
    const before = await make(made, meeting.id, 'uk');
    workspace.ledger.write(author, { label: 'test' }, (w) => {
      w.update(person, meeting.people[1] ?? '', { surname: 'Інакший' });
      w.update(organisation, meeting.organisations[3] ?? '', { shortName: 'ІНШЕ' });
      w.update(workingGroup, meeting.groupId, { nameGenitive: 'іншої ради' });
    });
    const after = await make(made, meeting.id, 'uk');
    expect(before.draft).toBe(false);
    expect([...partsOf(before.bytes).values()].join('')).not.toContain('Проєкт');
    expect(partsOf(after.bytes).get('word/document.xml')).toBe(partsOf(before.bytes).get('word/document.xml'));

    addCorrection(workspace, author, {
      meetingId: meeting.id,
      itemId: null,
      was: '',
      now: 'Додаток 1',
      reason: 'пропущено',
      on: '2026-11-21',
    });
    const corrected = textOf((await make(made, meeting.id, 'uk')).bytes);
    expect(corrected.trimEnd().endsWith('До протоколу внесено виправлення від 21.11.2026.')).toBe(true);
    made.remove();
  });

  it('are not printed from a snapshot that was tampered with', async () => {
    const made = await makeWorkspace({ at: '2026-11-21 12:00' });
    const meeting = makeMeeting(made);
    signMinutes(
      made.workspace,
      made.author,
      { id: meeting.id, on: '2026-11-20', number: null },
      new Date(made.clock.now()),
    );
    const { sqlite } = made.workspace;
    sqlite.exec('DROP TRIGGER signature_update');
    sqlite.prepare(`UPDATE signature SET snapshot = replace(snapshot, '"votes":true', '"votes":false')`).run();
    expect(await refusalCode(() => make(made, meeting.id, 'uk'))).toBe('snapshotForged');
    made.remove();
  });
});

describe('at the edges', () => {
  const written = async (name: string, bytes: Uint8Array) => {
    const path = keepWordFile(name, bytes);
    if (hasMicrosoftValidator) expect(microsoftFindings(path)).toEqual([]);
  };

  it('an empty meeting makes valid papers', async () => {
    const made = await makeWorkspace();
    const id = made.workspace.ledger.write(made.author, { label: 'test' }, (w) =>
      w.insert(meetingTable, { groupId: w.insert(workingGroup, {}) }),
    );
    for (const form of languages) {
      const { bytes, name } = await make(made, id, form);
      expect(name).toBe({ uk: 'Протокол.docx', en: 'Minutes.docx', lt: 'Protokolas.docx', lv: 'Protokols.docx' }[form]);
      expect(textOf(bytes)).toContain('____________');
      await written(`empty-minutes-${form}`, bytes);
      for (const report of ['agenda', 'invitation', 'registrationSheet', 'shortMinutes', 'decisionTable'] as const)
        keepWordFile(`empty-${report}-${form}`, (await make(made, id, form, report)).bytes);
    }
    expect(await refusalCode(() => make(made, id, 'uk', 'extract'))).toBe('notFound');
    expect(await refusalCode(() => make(made, id, 'uk', 'correction'))).toBe('notFound');
    expect(await refusalCode(() => make(made, 'nobody', 'uk'))).toBe('notFound');
    made.remove();
  });

  it('three hundred items keep their heads with their words', async () => {
    const made = await makeWorkspace();
    const id = made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
      const meetingId = w.insert(meetingTable, {
        groupId: w.insert(workingGroup, { name: 'Група' }),
        heldOn: '2026-11-12',
      });
      for (let n = 0; n < 300; n += 1) {
        const itemId = w.insert(agendaItem, {
          meetingId,
          title: `Питання ${n + 1}`,
          sortKey: `a${String(n).padStart(3, '0')}V`,
        });
        w.insert(speech, {
          itemId,
          kind: 'heard',
          speakerText: 'Доповідач',
          text: 'доповів про стан справ. '.repeat(12),
        });
        w.insert(decision, { itemId, text: 'Узяти до відома. '.repeat(5) });
      }
      return meetingId;
    });
    const { bytes } = await make(made, id, 'uk');
    const lines = linesOf(bytes);
    expect(lines.filter(({ style }) => style === 'Heading2').map(({ text }) => text)).toEqual(
      Array.from({ length: 300 }, (_, n) => `Питання ${n + 1}`),
    );
    const styles = partsOf(bytes).get('word/styles.xml') ?? '';
    for (const style of ['Heading1', 'Heading2', 'Part', 'Label', 'CellHead', 'Signature'])
      expect(styles).toMatch(new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:keepNext/>`, 's'));
    expect(lines.at(-2)?.keepNext).toBe(true);
    await written('long-minutes-uk', bytes);
    made.remove();
  });

  it('hostile words stay words', async () => {
    const hostile = [
      'нуль\u0000 дзвінок\u0007 ескейп\u001b[31m кінець',
      '<w:p/><script>alert(1)</script> & "лапки" ]]> <!-- --> <?xml?>',
      '{{number}} $t(draft) {0} %s ${1} \\u0041 &amp; &#0;',
      'емодзі 👩‍👩‍👧‍👦 🇺🇦 😀 ́́́́ z̸̡͈̬̥̐̈́a̷̪̒l̸̙̍g̵̟̈o̵͖͒',
      'עברית ואנגלית English العربية \u202Eназад\u202C \u2066ізоляція\u2069',
      'половина \uD83D пари \uDC00 і \uFFFE кінець \uFFFF',
      'х'.repeat(100_000),
      'слово '.repeat(20_000),
      'рядок\r\nрядок\u2028рядок\vрядок\fрядок\n\n\n\tтабуляція',
      '',
    ];
    const made = await makeWorkspace();
    const id = made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
      const word = (n: number) => hostile[n % 6] ?? '';
      const groupId = w.insert(workingGroup, { name: word(1), nameGenitive: word(2) });
      const meetingId = w.insert(meetingTable, {
        groupId,
        heldOn: '2026-11-12',
        number: '../7<8>|*?:',
        place: word(4),
        title: word(5),
        openedAt: '10:00',
      });
      const personId = w.insert(person, {
        surname: word(0),
        givenName: word(3),
        patronymic: word(4),
        nameCases: '{"dative":1',
      });
      w.insert(participant, { meetingId, personId, nameText: word(1), positionText: word(2), attendance: 'present' });
      for (const [index, text] of hostile.entries()) {
        const itemId = w.insert(agendaItem, { meetingId, title: text, rapporteurId: personId, sortKey: `a${index}` });
        w.insert(speech, { itemId, kind: 'heard', speakerText: word(index), text });
        w.insert(speech, { itemId, speakerId: personId, text, textAttached: true, sortKey: 'a1' });
        w.insert(decision, { itemId, text, noQuorumReason: word(index), dueOn: '2026-12-01', voteMode: 'consensus' });
      }
      return meetingId;
    });
    for (const form of languages)
      for (const report of ['minutes', 'agenda', 'decisionTable'] as const) {
        const { bytes, name } = await make(made, id, form, report);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
        const xml = partsOf(bytes).get('word/document.xml') ?? '';
        // XML 1.0 allows no other control characters, and no half of a pair.
        expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/u);
        expect(xml).not.toContain('<script');
        if (report === 'minutes') await written(`hostile-minutes-${form}`, bytes);
        else keepWordFile(`hostile-${report}-${form}`, bytes);
      }
    const text = textOf((await make(made, id, 'uk')).bytes);
    expect(text).toContain('<w:p/><script>alert(1)</script> & "лапки" ]]> <!-- --> <?xml?>');
    expect(text).toContain('{{number}} $t(draft) {0} %s ${1} \\u0041 &amp; &#0;');
    expect(text).toContain('нуль дзвінок ескейп[31m кінець');
    made.remove();
  });

  it('a crowd becomes an annex in Ukrainian', async () => {
    const made = await makeWorkspace();
    const id = made.workspace.ledger.write(made.author, { label: 'test' }, (w) => {
      const meetingId = w.insert(meetingTable, {
        groupId: w.insert(workingGroup, { name: 'Група' }),
        heldOn: '2026-11-12',
        number: '7',
      });
      for (let n = 0; n < 21; n += 1)
        w.insert(participant, {
          meetingId,
          nameText: `Учасник ${n + 1}`,
          attendance: 'present',
          role: n < 18 ? 'member' : 'guest',
        });
      return meetingId;
    });
    const { bytes } = await make(made, id, 'uk');
    const lines = linesOf(bytes).map(({ text }) => text.replaceAll('~', ' '));
    expect(lines).toContain('Присутні: 21 особа (список додається).');
    expect(lines.indexOf('Учасник 1')).toBeGreaterThan(lines.findIndex((line) => line.startsWith('Секретар')));
    expect(lines.indexOf('Додаток до протоколу')).toBeGreaterThan(
      lines.findIndex((line) => line.startsWith('Секретар')),
    );
    expect(partsOf(bytes).get('word/document.xml')).toContain('<w:pageBreakBefore/>');
    await written('crowd-minutes-uk', bytes);
    made.remove();
  });
});
