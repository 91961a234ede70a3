import { text as readText } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMail } from '../../../electron/core/files/mail.ts';
import { offerInvitationMail, type MakeDocument } from '../../../electron/core/meetings/invitationMail.ts';
import { makeReport } from '../../../electron/core/reports/makeReport.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup, type TestGroup } from '../../fixtures/group.ts';
import { makeWorkspace, refusalCode, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let group: TestGroup;

beforeEach(async () => {
  made = await makeWorkspace();
  group = makeGroup(made, { name: 'Обласна група з довгою назвою; з комою, і крапкою з комою' });
  core = makeCore(made);
});
afterEach(() => made.remove());

const plan = (more: object = {}) =>
  core.meetings.create({ groupId: group.id, copyFrom: null, template: null, heldOn: '2026-03-12', ...more });
const calendarOf = async (id: string) => {
  const { ticket, name } = await core.meetings.calendarFile({ id });
  const file = core.core.tickets.outgoing(ticket);
  expect(file).toMatchObject({ name, mediaType: 'text/calendar' });
  return { name, text: await readText(file.open()) };
};
/** Lines of a calendar file, unfolded (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const utc = (local: string) => new Date(local).toISOString().replaceAll(/[-:]|\.\d+/g, '');

describe('the calendar file of a meeting', () => {
  it('says when and where, in UTC, with the agenda, in lines no longer than 75 octets', async () => {
    const { id } = await plan({ startsAt: '10:00', endsAt: '12:30', link: 'https://meet.example/1' });
    await core.meetings.addItem({ meetingId: id, title: 'Про стан, і про плани', at: null });
    const { name, text } = await calendarOf(id);
    expect(name).toBe('2026-03-12 1.ics');
    const lines = linesOf(text);
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `UID:${id}@viche`,
        `DTSTART:${utc('2026-03-12T10:00')}`,
        `DTEND:${utc('2026-03-12T12:30')}`,
        'LOCATION:мала зала',
        'STATUS:CONFIRMED',
        String.raw`SUMMARY:Чергове засідання: Обласна група з довгою назвою\; з комою\, і крапкою з комою`,
        String.raw`DESCRIPTION:1. Про стан\, і про плани\n\nhttps://meet.example/1`,
      ]),
    );
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line, 'utf8') <= 75)).toBe(true);
  });

  it('moves the same entry when the meeting moves, and cancels it', async () => {
    const { id } = await plan({ startsAt: '10:00' });
    const sequence = async () => Number(/SEQUENCE:(\d+)/.exec((await calendarOf(id)).text)?.[1] ?? Number.NaN);
    const first = await sequence();
    expect(linesOf((await calendarOf(id)).text)).toContain(`DTEND:${utc('2026-03-12T11:00')}`);
    await core.meetings.update({ id, patch: { heldOn: '2026-03-19' } });
    expect(await sequence()).toBeGreaterThan(first);
    await core.meetings.cancel({ id, reason: 'тривога' });
    expect(linesOf((await calendarOf(id)).text)).toContain('STATUS:CANCELLED');
  });

  it('stands for the whole day without a time, and cannot be made without a day', async () => {
    const { id } = await plan();
    expect(linesOf((await calendarOf(id)).text)).toContain('DTSTART;VALUE=DATE:20260312');
    const { id: dateless } = await plan({ heldOn: null });
    expect(await refusalCode(() => core.meetings.calendarFile({ id: dateless }))).toBe('dayMissing');
  });
});

describe('the invitation mail', () => {
  const makeDocument =
    (id: string, form: 'uk' | 'en'): MakeDocument =>
    (report) =>
      makeReport(
        made.workspace,
        core.core.ports.resources,
        { report, form, meetingId: id, decisionId: null, correctionId: null, participantId: null },
        '2026-03-12',
      );
  const mailOf = async (id: string, form: 'uk' | 'en' = 'uk') => {
    const { ticket, name } = await offerInvitationMail(
      made.workspace,
      core.core.tickets,
      { id, form },
      core.core.ports.resources,
      makeDocument(id, form),
      new Date(made.clock.now()),
    );
    return { name, text: await readText(core.core.tickets.outgoing(ticket).open()) };
  };

  it('is an unsent draft to everybody with an address, with invitation, agenda and calendar', async () => {
    const { id } = await plan({ startsAt: '10:00' });
    await core.meetings.addItem({ meetingId: id, title: 'Про стан справ', at: null });
    const { name, text } = await mailOf(id);
    expect(name).toBe('Запрошення 2026-03-12 1.eml');
    const [head = '', ...rest] = text.split('\r\n\r\n');
    expect(head).toMatch(/^X-Unsent: 1\r\n/);
    for (let n = 1; n <= 5; n += 1) expect(head).toContain(`<member${n}@agency.example>`);
    const parts = rest
      .join('\r\n\r\n')
      .split(/--viche-[-0-9a-f]+/)
      .slice(1);
    const bodies = parts.map((part) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'));
    expect(bodies[0]).toContain('Запрошуємо Вас узяти участь: Чергове засідання');
    expect(bodies[0]).toContain('1. Про стан справ');
    expect(bodies.slice(1, 3).map((body) => body.slice(0, 2))).toEqual(['PK', 'PK']);
    expect(bodies[3]).toContain('BEGIN:VCALENDAR');
    expect([...text.matchAll(/filename\*=UTF-8''(\S+)/g)].map(([, file = '']) => decodeURIComponent(file))).toEqual([
      expect.stringMatching(/^Запрошення.*\.docx$/),
      expect.stringMatching(/^Порядок денний.*\.docx$/),
      '2026-03-12 1.ics',
    ]);
    expect((await mailOf(id, 'en')).name).toBe('Invitation 2026-03-12 1.eml');
    await core.meetings.cancel({ id, reason: 'x' });
    expect(await refusalCode(() => mailOf(id))).toBe('meetingCancelled');
  });

  it('lets no name or address add headers, and writes any letter in ASCII', () => {
    const text = composeMail({
      to: [
        { name: 'Привид "Кома", Інк.', address: 'a@b.example' },
        { name: 'Mallory', address: 'm@x.example\r\nBcc: all@x.example' },
        { name: 'Plain\r\nBcc: all@x.example', address: 'p@x.example' },
      ],
      subject: 'Запрошення на засідання обласної координаційної ради з дуже довгою назвою\r\nX-Evil: 1',
      body: 'Рядок\nДругий',
      attachments: [{ name: 'Порядок "денний" №1.docx', mediaType: 'application/pdf', bytes: Buffer.alloc(200, 1) }],
    }).toString('latin1');
    const head = text.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(Bcc|X-Evil)/im);
    expect(head).not.toContain('m@x.example');
    expect(Buffer.from(text, 'latin1').every((byte) => byte < 128)).toBe(true);
    expect(head.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    const subject = [...head.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, word = '']) =>
      Buffer.from(word, 'base64').toString('utf8'),
    );
    expect(subject.join('')).toContain('Запрошення на засідання обласної координаційної ради з дуже довгою назвою');
    expect(text).toContain("filename*=UTF-8''%D0%9F%D0%BE%D1%80%D1%8F%D0%B4%D0%BE%D0%BA%20%22");
  });
});
