// Rules 11, 13, 15 and 16 between agencies in memory, each with keys of its own: what a partner that errs or forges can do.
import { afterEach, describe, expect, test } from 'vitest';
import { person } from '../../../electron/core/directory/tables.ts';
import { listHeld } from '../../../electron/core/exchange/receiving/held.ts';
import { haveOf, streamEnd } from '../../../electron/core/exchange/sealing/store.ts';
import { agencyCard } from '../../../electron/core/exchange/tables.ts';
import { batchOf, linesOf, mergeAt, mergeHeldAt, packFor, passOn, stampOf, trust } from '../../fixtures/parties.ts';
import {
  count,
  createMeeting,
  group,
  hold,
  kinds,
  makeGroup,
  titles,
  withBatches,
} from '../../fixtures/partyMeetings.ts';
import { everything } from '../../fixtures/ledger.ts';

const { pair, star, end } = createMeeting();
afterEach(end);

describe('rule 15: a batch whose origin is not trusted is held', () => {
  test('passed on by a trusted third it is kept, named, not counted as here, and merged once its card is trusted', () => {
    const { a, o, b } = star();
    hold(a, 'Засідання громади');
    passOn(a, o);
    const sent = packFor(o, b);
    expect(kinds(mergeAt(b, sent))).toContain('held: unknownSigner');
    expect(titles(b)).toEqual([]);
    expect(listHeld(b)).toMatchObject([{ origin: a.agencyId, through: o.agencyId, reason: 'unknownSigner' }]);
    expect(haveOf(b)[a.ledger.device]).toBeUndefined();
    expect(mergeHeldAt(b)).toEqual({ batches: 0, changes: 0 });
    trust(b, a.keys);
    expect(listHeld(b)).toMatchObject([{ reason: 'ready' }]);
    expect(mergeHeldAt(b).batches).toBe(1);
    expect(titles(b)).toEqual(['Засідання громади']);
    expect(listHeld(b)).toEqual([]);
    expect(haveOf(b)[a.ledger.device]?.[group]).toBeGreaterThan(0);
  });

  test('an introduced or imported card holds as well; the batch comes again with every package, harmlessly', () => {
    const { a, o, b } = star();
    const card = trust(b, a.keys, 'introduced');
    hold(a, 'Засідання громади');
    passOn(a, o);
    expect(kinds(passOn(o, b))).toContain('held: notTrusted');
    passOn(b, o);
    expect(kinds(passOn(o, b))).toEqual(['held: notTrusted']);
    expect(listHeld(b)).toHaveLength(1);
    b.ledger.write(b.author, { label: 'test' }, (w) => w.update(agencyCard, card, { state: 'trusted' }));
    expect(kinds(passOn(o, b))).toEqual(['merged']);
    expect(listHeld(b)).toEqual([]);
    expect(titles(b)).toEqual(['Засідання громади']);
  });

  test('a revoked card: its batches are held, whoever brings them', () => {
    const { a, o, b } = star();
    const card = trust(b, a.keys);
    hold(a, 'До відкликання');
    passOn(a, o);
    passOn(o, b);
    b.ledger.write(b.author, { label: 'test' }, (w) => w.update(agencyCard, card, { state: 'revoked' }));
    hold(a, 'Після відкликання');
    passOn(a, o);
    passOn(b, o);
    expect(kinds(passOn(o, b))).toEqual(['held: revoked']);
    expect(titles(b)).toEqual(['До відкликання']);
    expect(mergeHeldAt(b).batches).toBe(0);
  });
});

describe('rule 15: what a trusted partner may not write is refused line by line', () => {
  test('rows of another group, of no group, home-only records and fields; the rest of the batch is merged', () => {
    const { a, b } = pair();
    makeGroup(b, [], 'group-2');
    const secret = hold(b, 'Чуже засідання', 'group-2');
    const stranger = b.ledger.write(b.author, { label: 'test' }, (w) => w.insert(person, { surname: 'Учасниця 1' }));
    const member = b.sqlite.prepare<[], string>('SELECT id FROM exchange_member LIMIT 1').pluck().get() ?? '';
    const card = b.sqlite.prepare<[], string>('SELECT id FROM agency_card LIMIT 1').pluck().get() ?? '';
    const before = everything(b);
    const line = linesOf(a);
    const smuggled = [
      line('meeting', secret, 'title', 'Підмінено'),
      line('meeting', secret, 'groupId', group),
      line('meeting', 'new-1', 'groupId', 'group-2'),
      line('agendaItem', 'new-2', 'meetingId', secret),
      line('attachment', 'new-3', 'ownerEntity', 'meeting'),
      line('attachment', 'new-3', 'ownerId', secret),
      line('workingGroup', 'group-2', 'name', 'Підмінено'),
      line('person', stranger, 'surname', 'Підмінено'),
      line('agencyCard', card, 'state', 'revoked'),
      line('agencyCard', 'new-4', 'agencyId', 'x'),
      line('exchangeMember', member, 'agencyId', 'x'),
      line('exchangeMember', 'new-5', 'groupId', 'group-2'),
      line('setting', 'homeAgency', 'value', '"x"'),
      line('organisation', a.agencyId, 'note', 'Підмінено'),
    ];
    const honest = [
      line('meeting', 'good', 'groupId', group),
      line('meeting', 'good', 'removed', 0),
      line('meeting', 'good', 'title', 'Чесне'),
    ];
    const [first, ...rest] = smuggled;
    if (!first) throw new Error('nothing is smuggled');
    const batch = batchOf(a, group, [first, ...honest, ...rest]);
    const { refused, troubles, fates } = mergeAt(b, withBatches(a, b, [batch]));
    expect(fates.map(({ kind }) => kind)).toEqual(['merged']);
    expect(refused.map(({ line: { entity, row, field }, reason }) => `${entity} ${row} ${field} ${reason}`)).toEqual(
      smuggled.map(({ entity, row, field }) => {
        const isHome = ['agencyCard', 'exchangeMember', 'setting'].includes(entity) || field === 'note';
        return `${entity} ${row} ${field} ${isHome ? 'homeOnly' : 'otherScope'}`;
      }),
    );
    expect(troubles).toEqual([{ code: 'refused', params: { name: a.agencyId, count: smuggled.length } }]);
    expect(titles(b)).toEqual(['Чесне', 'Чуже засідання']);
    // Nothing else is different.
    const after = everything(b);
    after['meeting'] = (after['meeting'] ?? []).filter((row) => (row as { id: string }).id !== 'good');
    expect(after).toEqual(before);
    // Rule 16: finally refused counts as here, so that it does not come again.
    expect(streamEnd(b, a.ledger.device, group)).toBe(
      streamEnd(a, a.ledger.device, group) + smuggled.length + honest.length,
    );
  });

  test('batches of a group that is not shared, of another’s device, under another’s name', () => {
    const { a, b } = pair();
    makeGroup(b, [], 'group-2');
    const line = { hlc: stampOf(a, 1), entity: 'meeting', row: 'x', field: 'title', value: 'x' };
    const foreign = batchOf(a, 'group-2', [line], { base: 0 });
    hold(b, 'Наше');
    packFor(b, a);
    const ours = streamEnd(b, b.ledger.device, group);
    const asUs = batchOf(a, group, [line], { device: b.ledger.device, base: ours });
    const named = batchOf(a, group, [line], { keys: { ...a.keys, agencyId: b.agencyId }, device: 'e'.repeat(16) });
    const outcome = mergeAt(b, withBatches(a, b, [foreign, asUs, named]));
    expect(kinds(outcome)).toEqual(['refused: notShared', 'refused: deviceOfAnother', 'refused: signerNotOrigin']);
    expect(titles(b)).toEqual(['Наше']);
  });

  test('a change under our own device’s clock that we never made is refused; one that we made is known', () => {
    const { a, b } = pair();
    const mine = hold(b, 'Наше');
    passOn(b, a);
    const clock = b.ledger.clocks('meeting', mine)['title'] ?? '';
    const made = { entity: 'meeting', row: mine, field: 'title' };
    const batch = batchOf(a, group, [
      { ...made, hlc: clock, value: 'Наше' },
      { ...made, hlc: stampOf(b, 5), value: 'Ніколи не писали', prev: clock },
    ]);
    const { refused, reception } = mergeAt(b, withBatches(a, b, [batch]));
    expect(refused.map(({ reason }) => reason)).toEqual(['speaksForUs']);
    expect(reception).toMatchObject({ taken: 0, known: 1 });
    expect(titles(b)).toEqual(['Наше']);
  });

  test('a file whose change came before its beginning, by another way, is taken all the same', () => {
    const { a, o, b } = star();
    trust(b, a.keys);
    const ownerId = hold(o, 'Засідання');
    passOn(o, b);
    let n = 0;
    const line = (field: string, value: unknown) => ({
      hlc: stampOf(a, (n += 1)),
      entity: 'attachment',
      row: 'file-1',
      field,
      value,
    });
    const beginning = batchOf(a, group, [
      line('removed', 0),
      line('ownerEntity', 'meeting'),
      line('ownerId', ownerId),
      line('name', 'Додаток'),
    ]);
    const change = batchOf(o, group, [line('name', 'Додаток, виправлено')]);
    mergeAt(b, withBatches(o, b, [change]));
    const { refused } = mergeAt(b, withBatches(o, b, [beginning]));
    expect(refused).toEqual([]);
    expect(b.sqlite.prepare('SELECT ownerId, name FROM attachment').all()).toEqual([
      { ownerId, name: 'Додаток, виправлено' },
    ]);
  });

  test('a changed batch, and one whose signature is another’s', () => {
    const { a, b } = pair();
    hold(a, 'Засідання');
    const sent = packFor(a, b);
    const [batch] = sent.batches;
    if (!batch) throw new Error('nothing is sent');
    const file = Buffer.from(batch.file.toString('utf8').replace('Засідання', 'Засіданье'));
    const refusals = [
      { ...batch, file },
      { ...batch, signature: Buffer.alloc(64, 7) },
    ].map((each) => kinds(mergeAt(b, { ...sent, batches: [each] })));
    expect(refusals).toEqual([['refused: signatureWrong'], ['refused: signatureWrong']]);
    expect(kinds(mergeAt(b, sent))).toEqual(['merged']);
  });
});

describe('rules 11 and 16: gaps and forks', () => {
  test('rule 16: a batch beyond what is here is a gap, named once for each stream, and healed by the next package', () => {
    const { a, b } = pair();
    for (const title of ['Перше', 'Друге', 'Третє']) {
      hold(a, title);
      packFor(a, b);
    }
    const sent = packFor(a, b);
    const outcome = mergeAt(b, { ...sent, batches: sent.batches.slice(1) });
    expect(kinds(outcome)).toEqual(['refused: gap', 'refused: gap']);
    expect(outcome.troubles.map(({ code }) => code)).toEqual(['gap', 'refused'].slice(0, 1));
    expect(titles(b)).toEqual([]);
    expect(count(b, 'batch')).toBe(count(a, 'batch') - 3);
    passOn(b, a);
    expect(kinds(passOn(a, b))).toEqual(['merged', 'merged', 'merged']);
    expect(titles(b)).toHaveLength(3);
  });

  test('rule 11: one number with two contents is a fork; what was first stays', () => {
    const { a, b } = pair();
    const base = streamEnd(a, a.ledger.device, group);
    hold(a, 'Справжнє');
    passOn(a, b);
    const forged = batchOf(
      a,
      group,
      [{ hlc: stampOf(a, 9), entity: 'meeting', row: 'x', field: 'title', value: 'Інше' }],
      { base },
    );
    const outcome = mergeAt(b, withBatches(a, b, [forged]));
    expect(kinds(outcome)).toEqual(['refused: fork']);
    expect(outcome.troubles).toEqual([{ code: 'fork', params: { name: a.agencyId, at: base + 1 } }]);
    expect(titles(b)).toEqual(['Справжнє']);
    hold(a, 'Наступне');
    expect(kinds(passOn(a, b))).toContain('merged');
    expect(titles(b)).toEqual(['Наступне', 'Справжнє']);
  });

  test('rule 11: the same clock with another value is a fork as well, and never taken', () => {
    const { a, b } = pair();
    const id = hold(a, 'Справжнє');
    passOn(a, b);
    const hlc = a.ledger.clocks('meeting', id)['title'] ?? '';
    const { reception, troubles } = mergeAt(
      b,
      withBatches(a, b, [batchOf(a, group, [{ hlc, entity: 'meeting', row: id, field: 'title', value: 'Інше' }])]),
    );
    expect(reception.forked).toHaveLength(1);
    expect(troubles.map(({ code }) => code)).toEqual(['fork']);
    expect(titles(b)).toEqual(['Справжнє']);
  });
});
