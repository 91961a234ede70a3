import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type IsoDay } from '../../../shared/dates.ts';
import { remindersOf, stateOn, termOn, type MemorandumFacts } from '../../../shared/rules/memorandumLifecycle.ts';
import { memorandumStatuses, validityKinds } from '../../../shared/vocabulary.ts';

/** Signed on 1 March 2022, in force from 1 June 2022 to 31 May 2027, half a year's notice. */
const fixed: MemorandumFacts = {
  status: 'signed',
  signedOn: '2022-03-01',
  startsOn: '2022-06-01',
  validity: 'fixed',
  endsOn: '2027-05-31',
  renewMonths: null,
  noticeMonths: 6,
  terminatedOn: null,
  supersededFrom: null,
};
const renewing: MemorandumFacts = { ...fixed, validity: 'autoRenewing', renewMonths: 12 };
const open: MemorandumFacts = { ...fixed, validity: 'openEnded', endsOn: null };

describe('the state of a memorandum on a day', () => {
  it.each<[string, Partial<MemorandumFacts>, IsoDay, string]>([
    ['a draft', { status: 'draft' }, '2023-01-01', 'draft'],
    ['an agreed one', { status: 'agreed' }, '2028-01-01', 'agreed'],
    ['signed, before its first day', {}, '2022-05-31', 'signed'],
    ['on its first day', {}, '2022-06-01', 'inForce'],
    ['without a first day of its own', { startsOn: null }, '2022-03-01', 'inForce'],
    ['on its last day', {}, '2027-05-31', 'inForce'],
    ['on the day after', {}, '2027-06-01', 'expired'],
    ['open-ended', { validity: 'openEnded' }, '2099-01-01', 'inForce'],
    ['auto-renewing', { validity: 'autoRenewing', renewMonths: 12 }, '2099-01-01', 'inForce'],
    ['auto-renewing by no months ends', { validity: 'autoRenewing' }, '2027-06-01', 'expired'],
    ['the day before a termination', { status: 'terminated', terminatedOn: '2024-01-01' }, '2023-12-31', 'inForce'],
    ['terminated', { status: 'terminated', terminatedOn: '2024-01-01' }, '2024-01-01', 'terminated'],
    ['terminated after its end', { status: 'terminated', terminatedOn: '2028-01-01' }, '2029-01-01', 'expired'],
    ['replaced', { supersededFrom: '2025-01-01' }, '2025-01-01', 'superseded'],
    ['replaced on the day after its end', { supersededFrom: '2027-06-01' }, '2027-06-01', 'superseded'],
    ['replaced after a gap', { supersededFrom: '2027-07-01' }, '2027-08-01', 'expired'],
    ['a termination that was taken back counts no more', { terminatedOn: '2024-01-01' }, '2025-01-01', 'inForce'],
  ])('%s', (_, change, day, state) => {
    expect(stateOn({ ...fixed, ...change }, day)).toBe(state);
  });
});

describe('the term that runs on a day', () => {
  it.each<[string, MemorandumFacts, IsoDay, IsoDay | null, IsoDay | null, IsoDay | null]>([
    ['fixed', fixed, '2026-11-21', '2022-06-01', '2027-05-31', '2026-11-30'],
    ['fixed, long over', fixed, '2035-01-01', '2022-06-01', '2027-05-31', '2026-11-30'],
    [
      'notice from a day the shorter month has not',
      { ...fixed, endsOn: '2027-08-31' },
      '2026-11-21',
      '2022-06-01',
      '2027-08-31',
      '2027-02-28',
    ],
    ['no notice agreed', { ...fixed, noticeMonths: null }, '2026-11-21', '2022-06-01', '2027-05-31', null],
    ['open-ended', open, '2026-11-21', '2022-06-01', null, null],
    ['renewing, the first term', renewing, '2027-05-31', '2022-06-01', '2027-05-31', '2026-11-30'],
    ['renewing, the second', renewing, '2027-06-01', '2027-06-01', '2028-05-31', '2027-11-30'],
    ['renewing, much later', renewing, '2040-02-01', '2039-06-01', '2040-05-31', '2039-11-30'],
    [
      'renewing, up to the last of February',
      { ...renewing, endsOn: '2023-02-28' },
      '2024-02-29',
      '2023-03-01',
      '2024-02-29',
      '2023-08-29',
    ],
    [
      'terminated: up to the last day in force',
      { ...renewing, status: 'terminated', terminatedOn: '2029-01-01' },
      '2040-01-01',
      '2028-06-01',
      '2028-12-31',
      null,
    ],
    ['replaced', { ...fixed, supersededFrom: '2025-01-01' }, '2026-01-01', '2022-06-01', '2024-12-31', null],
    [
      'a draft without days',
      { ...fixed, status: 'draft', signedOn: null, startsOn: null, endsOn: null },
      '2026-01-01',
      null,
      null,
      null,
    ],
  ])('%s', (_, facts, day, startsOn, endsOn, noticeOn) => {
    expect(termOn(facts, day)).toEqual({ startsOn, endsOn, noticeOn });
  });

  it('is brought to mind 60 and 15 days before the notice date', () => {
    expect(remindersOf('2026-11-30')).toEqual(['2026-10-01', '2026-11-15']);
    expect(remindersOf(null)).toEqual([]);
  });
});

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyFacts: fc.Arbitrary<MemorandumFacts> = fc.record({
  status: fc.constantFrom(...memorandumStatuses),
  signedOn: maybe(day),
  startsOn: maybe(day),
  validity: fc.constantFrom(...validityKinds),
  endsOn: maybe(day),
  renewMonths: maybe(fc.integer({ min: 1, max: 1200 })),
  noticeMonths: maybe(fc.integer({ min: 1, max: 120 })),
  terminatedOn: maybe(day),
  supersededFrom: maybe(day),
});

describe('whatever the facts', () => {
  it('the terms of an auto-renewing one follow each other without a gap', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), day, (endsOn, renewMonths, on) => {
        const facts = { ...renewing, signedOn: null, startsOn: null, endsOn, renewMonths };
        const term = termOn(facts, on);
        expect((term.endsOn ?? '') >= on).toBe(true);
        expect(term.startsOn === null || term.startsOn <= on).toBe(true);
        const next = termOn(facts, addDays(term.endsOn ?? '', 1));
        expect(next.startsOn).toBe(addDays(term.endsOn ?? '', 1));
        const before = term.startsOn === null ? null : addDays(term.startsOn, -1);
        expect(before === null || termOn(facts, before).endsOn === before).toBe(true);
      }),
    );
  });

  it('there is an answer for every day, and what has ended does not come back', () => {
    const over = new Set(['expired', 'terminated', 'superseded']);
    fc.assert(
      fc.property(anyFacts, day, fc.nat(20_000), (facts, on, later) => {
        const [before, after] = [stateOn(facts, on), stateOn(facts, addDays(on, later))];
        expect(!over.has(before) || over.has(after)).toBe(true);
        const { endsOn, noticeOn } = termOn(facts, on);
        expect(before !== 'inForce' || endsOn === null || endsOn >= on).toBe(true);
        expect(noticeOn === null || noticeOn < (endsOn ?? '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('the last years there are do no harm', () => {
    expect(termOn({ ...renewing, renewMonths: 1200 }, '9999-12-31').endsOn).toBe('9999-12-31');
    expect(termOn({ ...fixed, endsOn: '0001-03-01', noticeMonths: 120 }, '2026-01-01').noticeOn).toBe('0001-01-01');
    expect(stateOn({ ...fixed, endsOn: '9999-12-31' }, '9999-12-31')).toBe('inForce');
  });
});
