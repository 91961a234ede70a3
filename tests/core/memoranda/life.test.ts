import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../electron/core/directory/tables.ts';
import { readMemorandumText } from '../../../electron/core/memoranda/versions.ts';
import { resources } from '../../fixtures/sample.ts';
import { makeMemoranda, type TestMemoranda } from '../../fixtures/memorandum.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestMemoranda;
beforeEach(async () => (test = await makeMemoranda()));
afterEach(() => test.remove());

const sign = (id: string, change: object = {}) =>
  test.memoranda.sign({ id, on: '2026-11-21', number: 'М-1', startsOn: null, ...change });

describe('the life of a memorandum', () => {
  it('begins as a draft with the usual clauses and the parties in its preamble', async () => {
    const { id } = await test.draft();
    const detail = await test.memoranda.get({ id });
    expect(detail.state).toBe('draft');
    expect(detail.editable).toBe(true);
    expect(detail.clauses.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(detail.fieldValues['parties']).toContain(', що діє на підставі статуту, та ');
    expect(detail.fieldValues['noticeMonths']).toBe('6 місяців');
    expect(detail.clauses.find(({ libraryKey }) => libraryKey === 'term')?.missing).toEqual(['startsOn']);
    expect(detail.words).toBeGreaterThan(300);
  });

  it('goes from draft over agreed and signed to in force and expired, by its days', async () => {
    const { id } = await test.draft();
    await test.memoranda.agree({ id, on: '2026-11-20' });
    expect((await test.memoranda.get({ id })).state).toBe('agreed');
    await sign(id, { startsOn: '2026-12-01' });
    expect((await test.memoranda.get({ id })).state).toBe('signed');
    test.clock.set('2026-12-01 09:00');
    const now = await test.memoranda.get({ id });
    expect([now.state, now.startsOn, now.endsOn, now.noticeOn]).toEqual([
      'inForce',
      '2026-12-01',
      '2027-11-30',
      '2027-05-30',
    ]);
    test.clock.set('2027-12-01 09:00');
    expect((await test.memoranda.get({ id })).state).toBe('expired');
    const versions = await test.memoranda.versions({ id });
    expect(versions.map(({ label }) => label)).toEqual(['Підписана редакція', 'Погоджена редакція']);
    expect(new Set(versions.map(({ hash }) => hash.length))).toEqual(new Set([64]));
  });

  it('keeps the text as it was signed, whatever is renamed later', async () => {
    const { id } = await test.draft();
    const { versionId } = await sign(id);
    const signed = await test.memoranda.version({ id: versionId });
    expect(signed.clauses.some(({ text }) => text.includes('[['))).toBe(false);
    expect(signed.clauses.find(({ heading }) => heading === 'Строк дії')?.text).toContain('21 листопада 2026 року');
    test.workspace.ledger.write(test.author, { label: 'directory.updateOrganisation' }, (w) =>
      w.update(organisation, test.group.organisations[0] ?? '', { name: 'Перейменована установа' }),
    );
    expect((await test.memoranda.get({ id })).partyRows[0]?.name).toBe('Перейменована установа');
    expect(await test.memoranda.version({ id: versionId })).toEqual(signed);
    expect(readMemorandumText(test.workspace, resources, id, new Date(test.clock.now()))).toEqual(signed);
  });

  it('is terminated with a reason, and reinstated', async () => {
    const { id } = await test.draft();
    await sign(id);
    expect(await refusalCode(() => test.memoranda.terminate({ id, on: '2026-12-01', reason: ' ' }))).toBe('required');
    expect(await refusalCode(() => test.memoranda.terminate({ id, on: '2026-01-01', reason: 'x' }))).toBe(
      'terminatedBeforeSigned',
    );
    expect(await refusalCode(() => test.memoranda.terminate({ id, on: '2029-01-01', reason: 'x' }))).toBe(
      'memorandumOver',
    );
    await test.memoranda.terminate({ id, on: '2026-12-01', reason: 'за згодою сторін' });
    expect((await test.memoranda.get({ id })).state).toBe('inForce');
    test.clock.set('2026-12-01 09:00');
    expect((await test.memoranda.get({ id })).state).toBe('terminated');
    await test.memoranda.reinstate({ id });
    expect((await test.memoranda.get({ id })).state).toBe('inForce');
  });

  it('is replaced by a successor from that one’s first day in force', async () => {
    const { id } = await test.draft();
    await sign(id);
    const { id: successor } = await test.memoranda.create({
      title: 'про взаємодію',
      language: 'uk',
      groupId: null,
      from: 'memorandum',
      copyFrom: id,
      supersedesId: id,
      organisationIds: [],
    });
    const copied = await test.memoranda.get({ id: successor });
    expect(copied.partyRows.map(({ name }) => name)).toEqual(
      (await test.memoranda.get({ id })).partyRows.map(({ name }) => name),
    );
    await test.memoranda.update({ id: successor, patch: { endsOn: '2030-01-31' } });
    await sign(successor, { number: 'М-2', startsOn: '2027-01-01' });
    const before = await test.memoranda.get({ id });
    expect([before.state, before.endsOn, before.supersededBy]).toEqual([
      'inForce',
      '2026-12-31',
      'М-2 · про взаємодію',
    ]);
    test.clock.set('2027-01-01 09:00');
    expect((await test.memoranda.get({ id })).state).toBe('superseded');
    expect(await refusalCode(() => test.memoranda.update({ id, patch: { supersedesId: successor } }))).toBe(
      'memorandumLocked',
    );
  });

  it('does not replace itself, not even round about', async () => {
    const first = await test.draft();
    const second = await test.draft();
    await test.memoranda.update({ id: second.id, patch: { supersedesId: first.id } });
    const refused = await refusalOf(() => test.memoranda.update({ id: first.id, patch: { supersedesId: second.id } }));
    expect([refused.code, refused.field]).toEqual(['supersedesItself', 'supersedesId']);
  });

  it('is not undone by a page that wrote before another one signed', async () => {
    const other = test.page('another');
    const { id: mine } = await test.draft('про облік');
    const { id: clause } = await test.memoranda.addClause({
      memorandumId: mine,
      at: null,
      heading: 'Звіти',
      text: 'Щороку.',
    });
    await other.sign({ id: mine, on: '2026-11-21', number: 'М-7', startsOn: null });
    expect(await refusalCode(async () => test.workspace.ledger.undo(test.author))).toBe('memorandumLocked');
    expect((await test.memoranda.get({ id: mine })).clauses.map((each) => each.id)).toContain(clause);
    // The signing itself is taken back, and done again, where it was done.
    const author = { ...test.author, session: 'another' };
    test.workspace.ledger.undo(author);
    expect((await other.get({ id: mine })).state).toBe('draft');
    test.workspace.ledger.redo(author);
    expect((await other.get({ id: mine })).number).toBe('М-7');
    test.workspace.ledger.undo(author);
    test.workspace.ledger.undo(test.author);
    expect((await test.memoranda.get({ id: mine })).clauses.map((each) => each.id)).not.toContain(clause);
  });

  it('is undone as one act', async () => {
    const { id } = await test.draft();
    await sign(id);
    test.workspace.ledger.undo(test.author);
    expect((await test.memoranda.get({ id })).state).toBe('draft');
    expect(await test.memoranda.versions({ id })).toEqual([]);
  });
});

describe('what is locked', () => {
  it('a signed one’s text, parties and obligations’ words; carrying out, notes and its group are free', async () => {
    const { id, parties } = await test.draft();
    const { id: obligation } = await test.memoranda.addObligation({
      memorandumId: id,
      partyId: parties[0] ?? '',
      text: 'Провести круглий стіл',
      dueOn: '2027-03-01',
    });
    const { clauses } = await test.memoranda.get({ id });
    const clause = clauses[1]?.id ?? '';
    await sign(id);
    const locked = [
      () => test.memoranda.update({ id, patch: { title: 'інше' } }),
      () => test.memoranda.updateClause({ id: clause, patch: { text: 'інше' } }),
      () => test.memoranda.addClause({ memorandumId: id, at: null }),
      () => test.memoranda.removeClause({ id: clause }),
      () => test.memoranda.moveClause({ id: clause, to: 3 }),
      () => test.memoranda.updateParty({ id: parties[0] ?? '', patch: { nameText: 'інше' } }),
      () => test.memoranda.removeParty({ id: parties[1] ?? '' }),
      () => test.memoranda.addParty({ memorandumId: id, nameText: 'ще одна' }),
      () => test.memoranda.updateObligation({ id: obligation, patch: { text: 'інше' } }),
      () => test.memoranda.removeObligation({ id: obligation }),
      () => test.memoranda.remove({ id }),
      () => test.memoranda.agree({ id, on: '2026-11-21' }),
      () => test.memoranda.reopen({ id }),
      () => sign(id),
    ];
    for (const act of locked) expect(await refusalCode(act)).toBe('memorandumLocked');
    await test.memoranda.update({ id, patch: { note: 'оригінал у сейфі', groupId: null } });
    await test.memoranda.setObligationState({ id: obligation, period: null, status: 'done', doneOn: null });
    await test.memoranda.addObligationNote({ id: obligation, notedOn: '2026-11-21', text: 'проведено' });
    const { obligationRows } = await test.memoranda.get({ id });
    expect(obligationRows[0]).toMatchObject({
      state: 'done',
      doneOn: '2026-11-21',
      notes: 1,
      party: expect.any(String),
    });
  });

  it('an agreed one’s text, but not what is filled in up to the signing', async () => {
    const { id, parties } = await test.draft();
    const clause = (await test.memoranda.get({ id })).clauses[1]?.id ?? '';
    await test.memoranda.agree({ id, on: '2026-11-21' });
    expect(await refusalCode(() => test.memoranda.updateClause({ id: clause, patch: { text: 'інше' } }))).toBe(
      'memorandumAgreed',
    );
    expect(await refusalCode(() => test.memoranda.update({ id, patch: { title: 'інше' } }))).toBe('memorandumAgreed');
    await test.memoranda.updateParty({ id: parties[0] ?? '', patch: { approvalNeeded: true, approvalNumber: '45' } });
    await test.memoranda.update({ id, patch: { number: 'М-7' } });
    await test.memoranda.reopen({ id });
    await test.memoranda.updateClause({ id: clause, patch: { text: 'інше' } });
    expect((await test.memoranda.get({ id })).clauses[1]?.text).toBe('інше');
  });
});

describe('what stands in the way of signing', () => {
  it('is said of the memorandum at the field it belongs to', async () => {
    const { id, parties } = await test.draft();
    const codes = async (patch: object): Promise<[string, string][]> => {
      await test.memoranda.update({ id, patch });
      const { findings } = await test.memoranda.readiness({ id });
      return findings.filter(({ blocking }) => blocking).map(({ code, field }) => [code, field]);
    };
    expect(await codes({})).toEqual([]);
    expect(await codes({ endsOn: '2026-01-01' })).toEqual([['memorandumEndsBeforeStart', 'endsOn']]);
    expect(await codes({ endsOn: '2027-01-31' })).toEqual([['memorandumNoticeTooLong', 'noticeMonths']]);
    expect(await codes({ endsOn: null })).toEqual([
      ['memorandumTermMissing', 'endsOn'],
      ['clauseFieldMissing', 'text'],
    ]);
    expect(await codes({ endsOn: '2027-11-30', validity: 'autoRenewing' })).toEqual([
      ['memorandumRenewalMissing', 'renewMonths'],
    ]);
    expect(await codes({ validity: 'fixed' })).toEqual([]);
    await test.memoranda.updateParty({ id: parties[1] ?? '', patch: { approvalNeeded: true, signatoryId: null } });
    expect(await codes({})).toEqual([
      ['partySignatoryMissing', 'signatoryId'],
      ['approvalNumberMissing', 'approvalNumber'],
      ['approvalDayMissing', 'approvalOn'],
    ]);
    const refused = await refusalOf(() => sign(id));
    expect([refused.code, refused.field]).toEqual(['partySignatoryMissing', 'signatoryId']);
    await test.memoranda.removeParty({ id: parties[1] ?? '' });
    expect(await codes({})).toEqual([['memorandumPartiesFew', 'parties']]);
    expect(await refusalCode(() => test.memoranda.agree({ id, on: '2026-11-21' }))).toBe('memorandumPartiesFew');
    expect((await test.memoranda.get({ id })).state).toBe('draft');
  });

  it('is a clause with a missing field or a hole, at that clause', async () => {
    const { id } = await test.draft();
    const { id: clause } = await test.memoranda.addClause({
      memorandumId: id,
      at: 2,
      heading: 'Звітність',
      text: 'Звіт подають до [[?:день]] і [[party.3.name:третя сторона]].',
    });
    const { findings, filled, fields } = await test.memoranda.readiness({ id });
    const own = findings.filter(({ rowId }) => rowId === clause);
    expect(own.map(({ code, params }) => [code, params['field']])).toEqual([
      ['clauseHole', 'день'],
      ['clauseFieldMissing', 'третя сторона'],
    ]);
    expect(fields - filled).toBe(findings.length);
    expect(await refusalCode(() => sign(id))).toBe('clauseHole');
    await test.memoranda.updateClause({ id: clause, patch: { text: 'Звіт подають щороку.' } });
    await sign(id);
  });

  it('is a number that is taken, a day to come, a day before the agreement', async () => {
    const first = await test.draft();
    await sign(first.id);
    const { id } = await test.draft();
    await test.memoranda.agree({ id, on: '2026-11-20' });
    expect(await refusalOf(() => sign(id, { number: ' м-1' }))).toMatchObject({
      code: 'memorandumNumberTaken',
      field: 'number',
    });
    expect(await refusalOf(() => sign(id, { number: 'М-2', on: '2026-11-22' }))).toMatchObject({ code: 'dayInFuture' });
    expect(await refusalOf(() => sign(id, { number: 'М-2', on: '2026-11-19' }))).toMatchObject({
      code: 'signedBeforeAgreed',
      field: 'on',
    });
    expect(await refusalOf(() => sign(id, { number: '' }))).toMatchObject({ code: 'required', field: 'number' });
    expect(await refusalOf(() => sign(id, { number: 'М-2', on: '2026-02-30' }))).toMatchObject({
      code: 'dayMalformed',
    });
  });
});
