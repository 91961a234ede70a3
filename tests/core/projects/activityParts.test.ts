import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participantWarnings } from '../../../electron/core/projects/activities/participants.ts';
import { meeting } from '../../../electron/core/meetings/tables.ts';
import { deliverable } from '../../../electron/core/projects/tables.ts';
import { memorandum, memorandumParty, obligation } from '../../../electron/core/memoranda/tables.ts';
import type { ParticipantRow } from '../../../shared/contract/activityViews.ts';
import { participantDimensions } from '../../../shared/vocabulary.ts';
import { codes, makeActivities, type TestActivities } from '../../fixtures/activityPlan.ts';
import { refusalCode, refusalOf } from '../../fixtures/workspace.ts';

let test: TestActivities;
beforeEach(async () => {
  test = await makeActivities();
});
afterEach(() => test.remove());

const add = async (title: string, fields: object = {}): Promise<string> =>
  (await test.projects.addActivity({ projectId: test.projectId, title, ...fields })).id;
const detail = (id: string) => test.projects.activity({ id });
const warningsOf = async (id: string): Promise<string[]> => (await detail(id)).warnings.map(({ code }) => code);

/** 20 countries, as of a conference of the Baltic Sea region and beyond. */
const countries = 'LT LV EE PL DE SE FI DK NO IS RU BY UA GB NL BE AT MD GE US'.split(' ');

describe('the places of an activity', () => {
  it('keep how far they have come when others are added before them', async () => {
    const id = await add('Круглі столи', { territories: [codes.sumy, codes.lebedyn] });
    const [first, second] = (await detail(id)).places;
    await test.projects.setPlaceState({
      id,
      placeIds: [second?.id ?? ''],
      status: 'held',
      heldOn: '2026-05-05',
      outcome: 'домовлено',
    });
    await test.projects.setPlaces({
      id,
      places: [
        { country: 'UA', territory: codes.bezdryk },
        { country: '', territory: codes.lebedyn },
        { country: '', territory: codes.lebedyn },
        { country: 'LT', territory: '' },
      ],
    });
    const { places, territories, where } = await detail(id);
    expect(
      places.map(({ country, territory, status, heldOn, outcome }) => [country, territory, status, heldOn, outcome]),
    ).toEqual([
      ['UA', codes.bezdryk, 'follows', null, ''],
      ['UA', codes.lebedyn, 'held', '2026-05-05', 'домовлено'],
      ['LT', '', 'follows', null, ''],
    ]);
    expect(places[1]?.id).toBe(second?.id);
    expect(places.some((place) => place.id === first?.id)).toBe(false);
    expect([territories, where]).toEqual([3, 'Бездрицька громада, Лебединська громада, Литва']);
    test.undo();
    expect((await detail(id)).places.map(({ territory }) => territory)).toEqual([codes.sumy, codes.lebedyn]);
  });

  it('may be a whole region, and stay one', async () => {
    const id = await add('Кампанія', { territories: [codes.sumyRegion] });
    expect((await detail(id)).places).toMatchObject([{ territory: codes.sumyRegion, name: 'Сумська область' }]);
  });

  it('are refused where nobody knows them', async () => {
    const id = await add('Стіл');
    const set = (place: { country: string; territory: string }) => test.projects.setPlaces({ id, places: [place] });
    expect(await refusalOf(() => set({ country: '', territory: 'UA99' }))).toMatchObject({
      code: 'territoryUnknown',
      field: 'places',
    });
    expect(await refusalOf(() => set({ country: 'QQ', territory: '' }))).toMatchObject({
      code: 'countryUnknown',
      field: 'places',
    });
    expect(await refusalCode(() => set({ country: '', territory: '' }))).toBe('required');
    const other = await add('Інший', { territories: [codes.sumy] });
    const [place] = (await detail(other)).places;
    expect(
      await refusalCode(() =>
        test.projects.setPlaceState({ id, placeIds: [place?.id ?? ''], status: 'held', heldOn: null }),
      ),
    ).toBe('notFound');
  });

  it('forget the day when they are no longer held', async () => {
    const id = await add('Стіл', { territories: [codes.sumy] });
    const placeIds = (await detail(id)).places.map((place) => place.id);
    await test.projects.setPlaceState({ id, placeIds, status: 'held', heldOn: '2026-12-05' });
    expect(await warningsOf(id)).toEqual(['heldInFuture']);
    await test.projects.setPlaceState({ id, placeIds, status: 'missed', heldOn: '2026-12-05' });
    expect((await detail(id)).places).toMatchObject([{ status: 'missed', heldOn: null }]);
    expect(await warningsOf(id)).toEqual([]);
  });
});

describe('participants', () => {
  it('are 77 from 20 countries, though nobody knows how many from each', async () => {
    const id = await add('Конференція', { kind: 'conference' });
    const rows: ParticipantRow[] = countries.map((key) => ({ dimension: 'country', key, people: null }));
    expect(await test.projects.setParticipants({ id, total: 77, rows })).toEqual({ warnings: [] });
    const { participants, countries: count, participantRows, warnings } = await detail(id);
    expect([participants, count, participantRows.length, warnings]).toEqual([77, 20, 20, []]);
  });

  it('are told where a breakdown does not make the total', async () => {
    const id = await add('Тренінг');
    const rows: ParticipantRow[] = [
      { dimension: 'sex', key: 'female', people: 20 },
      { dimension: 'sex', key: 'male', people: 6 },
      { dimension: 'profession', key: 'police', people: 20 },
      { dimension: 'profession', key: 'лісники', people: 4 },
      { dimension: 'country', key: 'LT', people: null },
      { dimension: 'country', key: 'LV', people: 3 },
    ];
    expect(await test.projects.setParticipants({ id, total: 25, rows })).toEqual({
      warnings: [
        { code: 'participantsMore', params: { dimension: 'sex', context: 'sex', sum: 26, total: 25 } },
        { code: 'participantsLess', params: { dimension: 'profession', context: 'profession', sum: 24, total: 25 } },
      ],
    });
    expect((await detail(id)).participantRows).toEqual(rows);
    expect(await test.projects.setParticipants({ id, total: null, rows: rows.slice(0, 1) })).toEqual({ warnings: [] });
    expect((await detail(id)).participantRows).toEqual(rows.slice(0, 1));
    test.undo();
    expect((await detail(id)).participantRows).toEqual(rows);
  });

  it('are refused by what nobody counts them by, and twice', async () => {
    const id = await add('Тренінг');
    const set = (...rows: ParticipantRow[]) => test.projects.setParticipants({ id, total: null, rows });
    const one = (dimension: ParticipantRow['dimension'], key: string): ParticipantRow => ({
      dimension,
      key,
      people: 1,
    });
    expect(await refusalOf(() => set(one('sex', 'women')))).toMatchObject({
      code: 'participantKeyUnknown',
      field: 'rows',
    });
    expect(await refusalCode(() => set(one('country', 'Литва')))).toBe('participantKeyUnknown');
    expect(await refusalCode(() => set(one('ageBand', 'from17')))).toBe('participantKeyUnknown');
    expect(await refusalCode(() => set(one('profession', ' ')))).toBe('required');
    expect(await refusalCode(() => set(one('sex', 'male'), one('sex', 'male')))).toBe('participantKeyTwice');
  });

  it('warn exactly where the sum of a breakdown is not the total', () => {
    const row = fc.record({
      dimension: fc.constantFrom(...participantDimensions),
      key: fc.string({ minLength: 1, maxLength: 5 }),
      people: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.integer({ min: 0, max: 100 }), (rows, total) => {
        const warnings = participantWarnings(total, rows);
        for (const dimension of participantDimensions) {
          const own = rows.filter((each) => each.dimension === dimension);
          let sum = 0;
          for (const { people } of own) sum += people ?? 0;
          const isWhole = own.length > 0 && !own.some(({ people }) => people === null);
          const expected = sum > total ? 'participantsMore' : isWhole && sum < total ? 'participantsLess' : undefined;
          expect(warnings.find(({ params }) => params['dimension'] === dimension)?.code).toBe(expected);
        }
      }),
    );
  });
});

describe('what an activity waits for', () => {
  it('is another one of its project, and never itself, directly or round about', async () => {
    const [a, b, c] = [await add('Дослідження'), await add('Посібник'), await add('Тренінг')];
    const link = (activityId: string, afterId: string, lagDays = 0) =>
      test.projects.addDependency({ activityId, afterId, lagDays });
    await link(b, a);
    const { id } = await link(c, b, 7);
    expect(await refusalOf(() => link(a, a))).toMatchObject({ code: 'dependencyItself', field: 'afterId' });
    expect(await refusalOf(() => link(a, c))).toMatchObject({
      code: 'dependencyCircle',
      field: 'afterId',
      params: { title: 'Тренінг' },
    });
    const other = test.addProject({ title: 'Інший' });
    const foreign = await test.projects.addActivity({ projectId: other, title: 'Чужий' });
    expect(await refusalOf(() => link(a, foreign.id))).toMatchObject({ code: 'dependencyForeign', field: 'afterId' });
    expect(await detail(b)).toMatchObject({
      after: [{ activityId: a, title: 'Дослідження', number: '0.1', lagDays: 0 }],
      before: [{ activityId: c, title: 'Тренінг', number: '0.3', lagDays: 7 }],
    });
    // The same two again only change the lag.
    expect(await link(c, b, 3)).toEqual({ id });
    expect((await detail(c)).after).toMatchObject([{ lagDays: 3 }]);
    await test.projects.removeDependency({ id });
    await link(a, c);
    expect(await refusalCode(() => test.projects.removeDependency({ id }))).toBe('notFound');
  });

  it('is told where it begins too early, and no longer when that one is cancelled', async () => {
    const a = await add('Дослідження', { plannedFrom: '2026-05-01', plannedUntil: '2026-05-31' });
    const b = await add('Посібник', { plannedFrom: '2026-06-01', plannedUntil: '2026-06-30' });
    await test.projects.addDependency({ activityId: b, afterId: a, lagDays: 0 });
    expect(await warningsOf(b)).toEqual([]);
    const { warnings } = await test.projects.updateActivity({ id: b, patch: { plannedFrom: '2026-05-31' } });
    expect(warnings).toEqual([{ code: 'beforeDependency', params: { title: 'Дослідження' } }]);
    // What was held ends when it really ended.
    await test.projects.updateActivity({
      id: a,
      patch: { status: 'held', actualFrom: '2026-05-01', actualUntil: '2026-05-20' },
    });
    expect(await warningsOf(b)).toEqual([]);
    await test.projects.updateActivity({ id: a, patch: { actualUntil: '2026-06-10' } });
    expect(await warningsOf(b)).toEqual(['beforeDependency']);
    await test.projects.updateActivity({ id: a, patch: { status: 'cancelled' } });
    expect(await warningsOf(b)).toEqual([]);
  });
});

describe('an activity', () => {
  it('is warned of without a day, in the future and outside the term of its project', async () => {
    const id = await add('Стіл');
    const update = async (patch: object) =>
      (await test.projects.updateActivity({ id, patch })).warnings.map(({ code }) => code);
    expect(await update({ status: 'held' })).toEqual(['heldWithoutDay']);
    expect(await update({ actualFrom: '2026-11-22' })).toEqual(['heldInFuture']);
    expect(await update({ actualFrom: '2026-11-21' })).toEqual([]);
    expect(await update({ plannedUntil: '2027-01-01' })).toEqual(['outsideProject']);
    expect(await update({ status: 'cancelled' })).toEqual([]);
  });

  it('becomes a planned meeting of its group with the day, place and title, and stays one with its minutes', async () => {
    const id = await add('Круглий стіл у Лебедині', {
      kind: 'roundTable',
      plannedFrom: '2026-11-20',
      territories: [codes.lebedyn],
    });
    const { meetingId } = await test.projects.makeMeeting({ id, groupId: test.group.id });
    const made = await test.meetings.get({ id: meetingId });
    expect(made).toMatchObject({
      kind: 'roundTable',
      status: 'planned',
      heldOn: '2026-11-20',
      place: 'Лебединська громада',
      title: 'Круглий стіл у Лебедині',
    });
    expect(await detail(id)).toMatchObject({ meetingId, meeting: { id: meetingId, held: false }, heldProposed: null });
    expect(await refusalCode(() => test.projects.makeMeeting({ id, groupId: test.group.id }))).toBe(
      'activityHasMeeting',
    );

    // Its minutes are written: the day is proposed, nothing is marked by itself.
    test.workspace.ledger.write(test.author, { label: 'test.minutes' }, (w) =>
      w.update(meeting, meetingId, { status: 'draftMinutes' }),
    );
    expect(await detail(id)).toMatchObject({
      status: 'planned',
      meeting: { held: true, status: 'draftMinutes', heldOn: '2026-11-20' },
      heldProposed: '2026-11-20',
    });
    await test.projects.updateActivity({ id, patch: { status: 'held', actualFrom: '2026-11-20' } });
    expect((await detail(id)).heldProposed).toBeNull();
  });

  it('gives its meeting back with one undo, and can be made one again', async () => {
    const id = await add('Тренінг', { kind: 'training' });
    const { meetingId } = await test.projects.makeMeeting({ id, groupId: test.group.id });
    test.undo();
    expect((await detail(id)).meeting).toBeNull();
    expect(await refusalCode(() => test.meetings.get({ id: meetingId }))).toBe('notFound');
    const again = await test.projects.makeMeeting({ id, groupId: test.group.id });
    expect((await detail(id)).meeting).toMatchObject({ id: again.meetingId });
    await test.projects.linkMeeting({ id, meetingId: null });
    expect((await detail(id)).meeting).toBeNull();
    expect(await refusalOf(() => test.projects.linkMeeting({ id, meetingId: id }))).toMatchObject({
      code: 'notFound',
      field: 'meetingId',
    });
    expect(await refusalOf(() => test.projects.makeMeeting({ id, groupId: id }))).toMatchObject({
      code: 'notFound',
      field: 'groupId',
    });
  });

  it('serves an obligation, says what it yields, and keeps its evidence', async () => {
    const id = await add('Тренінг');
    const made = test.workspace.ledger.write(test.author, { label: 'test.memorandum' }, (w) => {
      const memorandumId = w.insert(memorandum, { title: 'про взаємодію', number: 'М-1' });
      const partyId = w.insert(memorandumParty, { memorandumId, nameText: 'Установа' });
      w.insert(deliverable, { projectId: test.projectId, activityId: id, title: 'Посібник' });
      return { memorandumId, obligationId: w.insert(obligation, { memorandumId, partyId, text: 'Провести навчання' }) };
    });
    const { obligationId } = made;
    await test.projects.linkObligation({ id, obligationId });
    await test.projects.linkObligation({ id, obligationId });
    expect(await detail(id)).toMatchObject({
      obligations: [
        {
          id: obligationId,
          memorandumId: made.memorandumId,
          memorandum: 'М-1 · про взаємодію',
          text: 'Провести навчання',
        },
      ],
      deliverables: [{ title: 'Посібник' }],
    });
    await test.projects.unlinkObligation({ id, obligationId });
    expect((await detail(id)).obligations).toEqual([]);
    expect(await refusalCode(() => test.projects.unlinkObligation({ id, obligationId }))).toBe('notFound');
    await test.projects.linkObligation({ id, obligationId });
    expect((await detail(id)).obligations).toHaveLength(1);

    const bytes = Buffer.from('список');
    const ticket = test.core.tickets.accept({
      name: 'реєстрація.txt',
      size: bytes.length,
      path: null,
      open: () => Readable.from([bytes]),
    });
    const file = await test.projects.attach({ ownerEntity: 'activity', ownerId: id, ticket });
    expect((await detail(id)).files).toMatchObject([{ id: file.id, name: 'реєстрація.txt', size: bytes.length }]);
    expect(await test.projects.file({ id: file.id })).toMatchObject({ name: 'реєстрація.txt' });
    await test.projects.detach({ id: file.id });
    expect((await detail(id)).files).toEqual([]);
    test.undo();
    expect((await detail(id)).evidence).toBe(1);
    expect(await refusalCode(() => test.projects.attach({ ownerEntity: 'expense', ownerId: id, ticket }))).toBe(
      'notFound',
    );
  });
});
