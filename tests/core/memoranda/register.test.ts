import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isScan } from '../../../electron/core/memoranda/files.ts';
import { memorandum, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import { anyMemorandum, type MemorandaFilter } from '../../../shared/contract/memorandumViews.ts';
import { makeMemoranda, type TestMemoranda } from '../../fixtures/memorandum.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestMemoranda;
beforeEach(async () => (test = await makeMemoranda()));
afterEach(() => test.remove());

const filter: MemorandaFilter = {
  ...anyMemorandum,
  sort: { by: 'number', descending: false },
  offset: 0,
  limit: 50,
};

/** Many memoranda at once, signed and drafts, with two parties and an obligation each. */
function fill(count: number) {
  const [first = '', second = ''] = test.group.organisations;
  test.workspace.ledger.write(test.author, { label: 'memoranda.create' }, (w) => {
    for (let n = 1; n <= count; n += 1) {
      const signed = n % 4 !== 0;
      const year = 2018 + (n % 8);
      const memorandumId = w.insert(memorandum, {
        title: `про взаємодію ${n}`,
        number: signed ? `М-${n}` : '',
        status: signed ? 'signed' : 'draft',
        signedOn: signed ? `${year}-03-01` : null,
        validity: n % 3 === 0 ? 'autoRenewing' : 'fixed',
        endsOn: `${year + 2}-02-28`,
        renewMonths: n % 3 === 0 ? 12 : null,
        noticeMonths: 3,
        groupId: n % 2 === 0 ? test.group.id : null,
      });
      const partyId = w.insert(memorandumParty, { memorandumId, organisationId: first, sortKey: 'a0' });
      w.insert(memorandumParty, {
        memorandumId,
        organisationId: n === 7 ? null : second,
        nameText: n === 7 ? 'Ґанок' : '',
        sortKey: 'a1',
      });
      w.insert(obligation, { memorandumId, partyId, text: 'щось', dueOn: '2026-01-01', sortKey: 'a0' });
    }
  });
}

/** Milliseconds; 50 on a machine that does nothing else (see `tests/bench`), with room for one that does. */
const slow = 250;

describe('the register', () => {
  it('filters by state, group, party, notice date and words, sorts and pages', async () => {
    fill(40);
    const all = await test.memoranda.list(filter);
    expect([all.total, all.rows.length]).toEqual([40, 40]);
    expect(all.counts.drafts).toBe(10);
    const drafts = await test.memoranda.list({ ...filter, states: ['draft'] });
    expect([drafts.total, drafts.counts]).toEqual([10, all.counts]);
    expect((await test.memoranda.list({ ...filter, groupId: test.group.id })).total).toBe(20);
    expect((await test.memoranda.list({ ...filter, organisationId: test.group.organisations[1] ?? '' })).total).toBe(
      39,
    );
    expect((await test.memoranda.list({ ...filter, text: 'ганок' })).rows.map(({ number }) => number)).toEqual(['М-7']);
    expect((await test.memoranda.list({ ...filter, text: 'взаємодію 13' })).rows.map(({ number }) => number)).toEqual([
      'М-13',
    ]);
    const page = await test.memoranda.list({ ...filter, offset: 2, limit: 3 });
    expect(page.rows.map(({ number }) => number)).toEqual(['М-3', 'М-5', 'М-6']);
    const byEnd = await test.memoranda.list({ ...filter, sort: { by: 'ends', descending: true }, limit: 500 });
    const ends = byEnd.rows.map(({ endsOn }) => endsOn ?? '');
    expect(ends).toEqual(ends.toSorted().toReversed());
    const near = await test.memoranda.list({ ...filter, noticeUntil: '2026-12-31' });
    expect(near.rows.length).toBeGreaterThan(0);
    expect(near.rows.every(({ noticeOn, state }) => state === 'inForce' && (noticeOn ?? '') <= '2026-12-31')).toBe(
      true,
    );
    expect(
      all.rows.filter(({ obligationsOverdue }) => obligationsOverdue > 0).every(({ state }) => state === 'inForce'),
    ).toBe(true);
  });

  it('of two thousand memoranda asks few questions: no list is slow, whatever is filtered and sorted', async () => {
    fill(2_000);
    const took = async (input: MemorandaFilter): Promise<number> => {
      const times: number[] = [];
      for (let n = 0; n < 7; n += 1) {
        const begun = performance.now();
        await test.memoranda.list(input);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    expect(await took(filter)).toBeLessThan(slow);
    expect(await took({ ...filter, text: 'взаємодію 1' })).toBeLessThan(slow);
    expect(await took({ ...filter, sort: { by: 'notice', descending: false }, offset: 900 })).toBeLessThan(slow);
  });

  it('is saved as a workbook as it is filtered', async () => {
    fill(5);
    const rest = { ...filter, offset: undefined, limit: undefined };
    const { ticket, name } = await test.memoranda.exportRegister({ ...rest, title: 'Реєстр меморандумів' });
    expect(name).toBe('Реєстр меморандумів.xlsx');
    const bytes = await buffer(test.core.tickets.outgoing(ticket).open());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('copies and evidence', () => {
  const ticketOf = (name: string, bytes: Buffer): string =>
    test.core.tickets.accept({ name, size: bytes.length, path: null, open: () => Readable.from([bytes]) });
  const heads: [string, Buffer, boolean][] = [
    ['png', Buffer.from('\x89PNG\r\n\x1A\n....', 'latin1'), true],
    ['jpeg', Buffer.from('\xFF\xD8\xFF\xE0....', 'latin1'), true],
    ['tiff', Buffer.from('II*\0....', 'latin1'), true],
    ['tiff, the other way round', Buffer.from('MM\0*....', 'latin1'), true],
    ['webp', Buffer.from('RIFF1234WEBPVP8 ', 'latin1'), true],
    ['heic', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), true],
    ['pdf behind a blank line', Buffer.from('\r\n%PDF-1.7', 'latin1'), true],
    ['a sound in the same wrapping as webp', Buffer.from('RIFF1234WAVEfmt ', 'latin1'), false],
    ['a film in the same wrapping as heic', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), false],
    ['a program', Buffer.from('MZ\x90\0', 'latin1'), false],
    ['words', Buffer.from('просто слова'), false],
    ['almost nothing', Buffer.from('\x89'), false],
  ];

  it.each(heads)('%s', (_, head, scan) => expect(isScan(head)).toBe(scan));

  it('of a memorandum must be an image or a PDF by content; evidence may be anything', async () => {
    const { id, parties } = await test.draft();
    const ownerEntity = 'memorandum' as const;
    const pretending = ticketOf('scan.pdf', Buffer.from('просто слова'));
    expect(
      await refusalOf(() => test.memoranda.attach({ ownerEntity, ownerId: id, ticket: pretending })),
    ).toMatchObject({ code: 'scanNotImage', params: { name: 'scan.pdf' }, field: 'ticket' });
    expect((await test.memoranda.get({ id })).scans).toEqual([]);
    const scan = ticketOf('скан.pdf', Buffer.from('%PDF-1.7 …'));
    const { id: file } = await test.memoranda.attach({ ownerEntity, ownerId: id, ticket: scan });
    expect((await test.memoranda.get({ id })).scans).toMatchObject([{ id: file, name: 'скан.pdf', ownerId: id }]);
    const { ticket } = await test.memoranda.file({ id: file });
    expect((await buffer(test.core.tickets.outgoing(ticket).open())).toString()).toBe('%PDF-1.7 …');
    const { id: owed } = await test.memoranda.addObligation({
      memorandumId: id,
      partyId: parties[0] ?? '',
      text: 'щось',
    });
    const words = ticketOf('звіт.txt', Buffer.from('просто слова'));
    await test.memoranda.attach({ ownerEntity: 'obligation', ownerId: owed, ticket: words });
    expect(await test.memoranda.obligation({ id: owed })).toMatchObject({ evidence: 1, files: [{ name: 'звіт.txt' }] });
    await test.memoranda.detach({ id: file });
    expect((await test.memoranda.get({ id })).scans).toEqual([]);
    expect(await refusalCode(() => test.memoranda.detach({ id: file }))).toBe('notFound');
    const empty = ticketOf('порожній.pdf', Buffer.alloc(0));
    expect(await refusalCode(() => test.memoranda.attach({ ownerEntity, ownerId: id, ticket: empty }))).toBe(
      'fileEmpty',
    );
  });
});

describe('days that are none, from an older program of a partner', () => {
  it('count as not set: the memorandum opens, and so does the register', async () => {
    const { id, parties } = await test.draft();
    const obligationId = test.workspace.ledger.write(test.author, { label: 'memoranda.update' }, (w) => {
      w.update(memorandum, id, { status: 'signed', signedOn: 'soon', startsOn: '2026-13-45', endsOn: '2026-02-30' });
      w.update(memorandumParty, parties[0] ?? '', { approvalOn: 'x' });
      const [memorandumId, partyId = ''] = [id, parties[0]];
      const own = { memorandumId, partyId, text: 'щось', dueOn: 'колись', repeatFrom: '2026-99-99', sortKey: 'a0' };
      return w.insert(obligation, { ...own, repeat: 'month' });
    });
    const detail = await test.memoranda.get({ id });
    expect([detail.state, detail.signedOn, detail.endsOn, detail.fieldValues['startsOn']]).toEqual([
      'signed',
      null,
      null,
      '',
    ]);
    expect((await test.memoranda.obligation({ id: obligationId })).currentDueOn).toBe('2026-11-30');
    expect((await test.memoranda.list(filter)).total).toBe(1);
    expect((await test.memoranda.readiness({ id })).findings.map(({ code }) => code)).toContain(
      'memorandumTermMissing',
    );
  });
});
