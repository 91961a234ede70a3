import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaItem } from '../../../electron/core/meetings/tables.ts';
import { decision } from '../../../electron/core/decisions/tables.ts';
import { readDetail } from '../../../electron/core/decisions/detail.ts';
import { makeMemoranda, type TestMemoranda } from '../../fixtures/memorandum.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestMemoranda;
let id: string;
let parties: string[];
beforeEach(async () => {
  test = await makeMemoranda();
  ({ id, parties } = await test.draft());
});
afterEach(() => test.remove());

const add = async (fields: object): Promise<string> => {
  const made = await test.memoranda.addObligation({
    memorandumId: id,
    partyId: parties[0] ?? '',
    text: 'Провести навчання',
    ...fields,
  });
  return made.id;
};
const sign = () => test.memoranda.sign({ id, on: '2026-11-21', number: 'М-1', startsOn: null });

describe('an obligation', () => {
  it('keeps what two windows wrote at once: the later one does not overwrite by being late', async () => {
    const own = await add({ dueOn: '2027-01-31' });
    const { clocks } = await test.memoranda.obligation({ id: own });
    const base = {
      dueOn: { clock: clocks['dueOn'] ?? null },
      text: { clock: clocks['text'] ?? null, text: 'Провести навчання' },
    };
    await test.memoranda.updateObligation({
      id: own,
      patch: { dueOn: '2027-02-28', text: 'Провести два навчання' },
      base,
    });
    await test.memoranda.updateObligation({
      id: own,
      patch: { dueOn: '2027-03-31', text: 'Провести навчання разом' },
      base,
    });
    const now = await test.memoranda.obligation({ id: own });
    expect([now.dueOn, now.text]).toEqual(['2027-02-28', 'Провести два навчання разом']);
  });

  it('belongs to a party of its own memorandum and states what and when', async () => {
    const other = await test.draft();
    expect(await refusalOf(() => add({ partyId: other.parties[0] }))).toMatchObject({
      code: 'obligationForeignParty',
      field: 'partyId',
    });
    const own = await add({ dueOn: '2027-01-31' });
    expect(
      await refusalOf(() => test.memoranda.updateObligation({ id: own, patch: { partyId: 'nobody' } })),
    ).toMatchObject({ code: 'obligationForeignParty', field: 'partyId' });
    expect(await refusalOf(() => add({ text: ' ' }))).toMatchObject({ code: 'required', field: 'text' });
    expect(await refusalOf(() => add({ dueOn: '2027-02-30' }))).toMatchObject({ code: 'dayMalformed', field: 'dueOn' });
    await test.memoranda.update({ id, patch: { startsOn: '2026-12-01' } });
    expect(await refusalOf(() => add({ dueOn: '2026-11-30' }))).toMatchObject({
      code: 'dueBeforeStart',
      field: 'dueOn',
    });
    expect(
      await refusalOf(() => add({ repeat: 'month', repeatFrom: '2027-05-01', repeatUntil: '2027-01-01' })),
    ).toMatchObject({ code: 'endBeforeStart', field: 'repeatUntil' });
    expect((await test.memoranda.get({ id })).obligationRows.map(({ n, text }) => [n, text])).toEqual([
      [1, 'Провести навчання'],
    ]);
  });

  it('is not due before the memorandum, whenever that begins', async () => {
    const own = await add({ dueOn: '2026-11-30' });
    const signFrom = (startsOn: string) => test.memoranda.sign({ id, on: '2026-11-21', number: 'М-1', startsOn });
    expect(await refusalOf(() => signFrom('2026-12-01'))).toMatchObject({ code: 'dueBeforeStart', field: 'dueOn' });
    await test.memoranda.update({ id, patch: { startsOn: '2026-12-01' } });
    const { findings } = await test.memoranda.readiness({ id });
    expect(findings.filter(({ blocking }) => blocking)).toMatchObject([
      { code: 'dueBeforeStart', entity: 'obligation', rowId: own, field: 'dueOn' },
    ]);
    await signFrom('2026-11-30');
  });

  it('does not end its repetition before it begins, whichever bound is typed last', async () => {
    const own = await add({ repeat: 'month', repeatFrom: '2027-05-01' });
    const update = (patch: object) => test.memoranda.updateObligation({ id: own, patch });
    expect(await refusalOf(() => update({ repeatUntil: '2027-01-01' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'repeatUntil',
    });
    await update({ repeatUntil: '2027-06-30' });
    expect(await refusalOf(() => update({ repeatFrom: '2027-07-01' }))).toMatchObject({
      code: 'endBeforeStart',
      field: 'repeatFrom',
    });
    await update({ repeatFrom: '2027-08-01', repeatUntil: '2027-09-01' });
  });

  it('has its periods ticked off however far back they lie, and none done in days to come', async () => {
    const own = await add({ repeat: 'month', repeatFrom: '2019-01-01' });
    await sign();
    const said = (period: string, doneOn: string | null = null) =>
      test.memoranda.setObligationState({ id: own, period, status: 'done', doneOn });
    await said('2019-01');
    expect(await refusalOf(() => said('2019-02', '2026-11-22'))).toMatchObject({ code: 'dayAhead', field: 'doneOn' });
    expect(await refusalCode(() => said('2018-12'))).toBe('periodUnknown');
    expect(await refusalCode(() => said('2027-03'))).toBe('periodUnknown');
    const { obligationRows } = await test.memoranda.get({ id });
    expect(obligationRows[0]?.currentDueOn).toBe('2019-02-28');
  });

  it('is overdue after its day, and fulfilled on one', async () => {
    const own = await add({ dueOn: '2026-12-01' });
    expect(
      await refusalCode(() =>
        test.memoranda.setObligationState({ id: own, period: null, status: 'done', doneOn: null }),
      ),
    ).toBe('memorandumNotSigned');
    await sign();
    test.clock.set('2026-12-02 09:00');
    expect(await test.memoranda.obligation({ id: own })).toMatchObject({ state: 'overdue', daysLeft: -1 });
    expect((await test.memoranda.list(everything)).rows[0]).toMatchObject({
      obligationsOpen: 1,
      obligationsOverdue: 1,
    });
    await test.memoranda.setObligationState({ id: own, period: null, status: 'done', doneOn: '2026-12-01' });
    expect(await test.memoranda.obligation({ id: own })).toMatchObject({
      state: 'done',
      doneOn: '2026-12-01',
      daysLeft: null,
    });
  });

  it('of each quarter is fulfilled quarter by quarter, within the term', async () => {
    const own = await add({ repeat: 'quarter', repeatDay: 20, dueOn: '2027-01-01' });
    await sign();
    const now = await test.memoranda.obligation({ id: own });
    expect([now.dueOn, now.currentDueOn]).toEqual([null, '2027-01-20']);
    expect(now.occurrences).toEqual([
      { period: '2026-Q4', dueOn: '2027-01-20', status: 'open', state: 'open', doneOn: null },
    ]);
    const set = (period: string | null) =>
      test.memoranda.setObligationState({ id: own, period, status: 'done', doneOn: null });
    expect(await refusalOf(() => set(null))).toMatchObject({ code: 'periodNeeded', field: 'period' });
    expect(await refusalOf(() => set('2026-Q3'))).toMatchObject({ code: 'periodUnknown' });
    expect(await refusalOf(() => set('2026-11'))).toMatchObject({ code: 'periodUnknown' });
    await set('2026-Q4');
    expect((await test.memoranda.obligation({ id: own })).currentDueOn).toBe('2027-04-20');
    test.clock.set('2027-08-01 09:00');
    expect((await test.memoranda.obligation({ id: own })).occurrences.map(({ state }) => state)).toEqual([
      'done',
      'overdue',
      'overdue',
      'open',
    ]);
    for (const period of ['2027-Q1', '2027-Q2', '2027-Q3']) await set(period);
    test.clock.set('2029-01-01 09:00');
    // The memorandum ended in November 2027: the quarter of its end was the last one.
    const over = await test.memoranda.obligation({ id: own });
    expect(over.occurrences.map(({ period }) => period).at(-1)).toBe('2027-Q4');
    await set('2027-Q4');
    expect(await test.memoranda.obligation({ id: own })).toMatchObject({ state: 'done', currentDueOn: null });
    await set('2026-Q4');
    const written = test.workspace.sqlite.prepare('SELECT count(*) FROM obligation_occurrence').pluck().get();
    expect(written).toBe(5);
  });

  it('that always stands has no day and never is overdue', async () => {
    const own = await add({ repeat: 'standing' });
    await sign();
    test.clock.set('2027-10-01 09:00');
    expect(await test.memoranda.obligation({ id: own })).toMatchObject({
      state: 'open',
      currentDueOn: null,
      occurrences: [],
    });
  });

  it('has notes, and decisions that serve it, seen from both sides', async () => {
    const own = await add({ dueOn: '2027-01-31' });
    await test.memoranda.addObligationNote({ id: own, notedOn: '2026-11-20', text: 'розпочато' });
    const { id: note } = await test.memoranda.addObligationNote({ id: own, notedOn: '2026-11-21', text: 'триває' });
    const meeting = await test.meetings.create({
      groupId: test.group.id,
      kind: 'ordinary',
      title: '',
      heldOn: '2026-11-01',
      copyFrom: null,
      template: null,
    });
    const decisionId = test.workspace.ledger.write(test.author, { label: 'meetings.addItem' }, (w) => {
      const itemId = w.insert(agendaItem, { meetingId: meeting.id, title: 'Про навчання', sortKey: 'a0' });
      return w.insert(decision, { itemId, text: 'Навчити', sortKey: 'a0' });
    });
    await test.memoranda.linkDecision({ id: own, decisionId });
    await test.memoranda.linkDecision({ id: own, decisionId });
    const detail = await test.memoranda.obligation({ id: own });
    expect(detail.noteRows.map(({ text }) => text)).toEqual(['триває', 'розпочато']);
    expect(detail.decisions).toMatchObject([{ id: decisionId, text: 'Навчити', meetingId: meeting.id }]);
    const seen = () => readDetail(test.workspace, decisionId, new Date(test.clock.now())).obligations;
    expect(seen()).toMatchObject([{ id: own, memorandumId: id, label: '1' }]);
    await test.memoranda.unlinkDecision({ id: own, decisionId });
    await test.memoranda.linkDecision({ id: own, decisionId });
    await test.memoranda.unlinkDecision({ id: own, decisionId });
    expect(seen()).toEqual([]);
    await test.memoranda.removeObligationNote({ id: note });
    expect((await test.memoranda.obligation({ id: own })).notes).toBe(1);
  });
});

const everything = {
  states: [],
  groupId: null,
  organisationId: null,
  noticeUntil: null,
  text: '',
  sort: { by: 'title' as const, descending: false },
  offset: 0,
  limit: 100,
};

describe('the end of a term', () => {
  it('is put on the agenda of a planned meeting in its language, once', async () => {
    await sign();
    const meeting = await test.meetings.create({
      groupId: test.group.id,
      kind: 'ordinary',
      title: '',
      heldOn: '2026-12-10',
      copyFrom: null,
      template: null,
    });
    const { itemId } = await test.memoranda.proposeAgendaItem({ id, meetingId: meeting.id });
    const { itemRows } = await test.meetings.get({ id: meeting.id });
    expect(itemRows.find((item) => item.id === itemId)?.title).toBe(
      'Про подальшу дію меморандуму про взаємодію (строк дії – до 30.11.2027, повідомити про намір до 30.05.2027)',
    );
    expect(await refusalOf(() => test.memoranda.proposeAgendaItem({ id, meetingId: meeting.id }))).toMatchObject({
      code: 'agendaItemThere',
      field: 'meetingId',
    });
    await test.meetings.cancel({ id: meeting.id, reason: 'тривога' });
    expect(await refusalCode(() => test.memoranda.proposeAgendaItem({ id, meetingId: meeting.id }))).toBe(
      'meetingNotPlanned',
    );
  });
});
