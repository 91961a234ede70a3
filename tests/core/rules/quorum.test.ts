import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  eligibleFor,
  quorumAt,
  quorumHistory,
  type QuorumInput,
  requiredSeats,
  type Span,
} from '../../../shared/rules/quorum.ts';
import { quorumKinds } from '../../../shared/vocabulary.ts';

const allDay: Span[] = [{ from: '10:00', to: null }];

describe('seats required', () => {
  it.each([
    ['majority', 14, 8],
    ['majority', 13, 7],
    ['majority', 1, 1],
    ['majority', 0, 1],
    ['twoThirds', 14, 10],
    ['twoThirds', 15, 10],
    ['twoThirds', 1, 1],
    ['twoThirds', 0, 1],
  ] as const)('%s of %i is %i', (kind, seats, required) => {
    expect(requiredSeats({ kind }, seats)).toBe(required);
  });

  it('takes a fixed number as it is', () => {
    expect(requiredSeats({ kind: 'fixed', fixed: 5 }, 14)).toBe(5);
    expect(requiredSeats({ kind: 'fixed', fixed: 20 }, 14)).toBe(20);
    expect(requiredSeats({ kind: 'fixed', fixed: 0 }, 14)).toBe(1);
    expect(requiredSeats({ kind: 'fixed' }, 14)).toBe(1);
    expect(requiredSeats({ kind: 'fixed', fixed: null }, 14)).toBe(1);
  });

  it('is met by all and by no one alone, for any number of seats', () => {
    fc.assert(
      fc.property(fc.constantFrom('majority', 'twoThirds'), fc.integer({ min: 1, max: 500 }), (kind, seats) => {
        const required = requiredSeats({ kind }, seats);
        expect(required).toBeLessThanOrEqual(seats);
        expect(kind === 'majority' ? required * 2 > seats : required * 3 >= seats * 2).toBe(true);
        const less = required - 1;
        expect(kind === 'majority' ? less * 2 > seats : less * 3 >= seats * 2).toBe(false);
      }),
    );
  });
});

const board: QuorumInput = {
  rule: { kind: 'majority' },
  seats: [
    { id: 'administration', votes: true },
    { id: 'police', votes: true },
    { id: 'social', votes: true },
    { id: 'observer', votes: false },
  ],
  participants: [
    { id: 'chair', seatId: 'administration', spans: allDay },
    { id: 'deputy', seatId: 'administration', spans: allDay },
    { id: 'officer', seatId: 'police', spans: [{ from: '10:20', to: '11:05' }] },
    { id: 'worker', seatId: 'social', spans: [{ from: '11:10', to: null }] },
    { id: 'watcher', seatId: 'observer', spans: allDay },
    { id: 'guest', seatId: null, spans: allDay },
  ],
  breaks: [{ from: '10:40', to: '10:55' }],
};

describe('the quorum of a meeting', () => {
  it('counts a seat once and nobody without a vote', () => {
    expect(quorumAt(board, '10:00')).toEqual({
      present: 1,
      total: 3,
      required: 2,
      enough: false,
      inBreak: false,
      seatIds: ['administration'],
    });
  });

  it('takes the minute of coming in and leaves out the minute of leaving', () => {
    expect(quorumAt(board, '10:19').enough).toBe(false);
    expect(quorumAt(board, '10:20').enough).toBe(true);
    expect(quorumAt(board, '11:04').enough).toBe(true);
    expect(quorumAt(board, '11:05').enough).toBe(false);
    expect(quorumAt(board, '10:40').inBreak).toBe(true);
    expect(quorumAt(board, '10:55').inBreak).toBe(false);
  });

  it('tells every change through the meeting', () => {
    const history = quorumHistory(board, { from: '10:00', to: '12:00' });
    expect(history.map(({ time, present, enough }) => [time, present, enough])).toEqual([
      ['10:00', 1, false],
      ['10:20', 2, true],
      ['10:40', 2, true],
      ['10:55', 2, true],
      ['11:05', 1, false],
      ['11:10', 2, true],
    ]);
    expect(history.map(({ came, left }) => [came, left])).toEqual([
      [['chair', 'deputy'], []],
      [['officer'], []],
      [[], []],
      [[], []],
      [[], ['officer']],
      [['worker'], []],
    ]);
    expect(history.map(({ breakBegan, breakEnded }) => [breakBegan, breakEnded]).slice(2, 4)).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('does not lose the seat when one of two representatives leaves', () => {
    const input: QuorumInput = {
      ...board,
      participants: [
        { id: 'chair', seatId: 'administration', spans: [{ from: '10:00', to: '10:30' }] },
        { id: 'deputy', seatId: 'administration', spans: allDay },
      ],
      breaks: [],
    };
    const history = quorumHistory(input, { from: '10:00', to: null });
    expect(history.map(({ time, present, left }) => [time, present, left])).toEqual([
      ['10:00', 1, []],
      ['10:30', 1, ['chair']],
    ]);
  });

  it('passes over spans without length and guests who come and go', () => {
    const input: QuorumInput = {
      ...board,
      participants: [
        { id: 'officer', seatId: 'police', spans: [{ from: '10:20', to: '10:20' }] },
        { id: 'guest', seatId: null, spans: [{ from: '10:30', to: '10:45' }] },
      ],
      breaks: [],
    };
    expect(quorumHistory(input, { from: '10:00', to: null })).toHaveLength(1);
  });

  it('lets a seat vote as long as one representative is not recused', () => {
    expect(eligibleFor(board, { time: '10:30', recused: [] })).toEqual({
      seatIds: ['administration', 'police'],
      participantIds: ['chair', 'deputy', 'officer'],
    });
    expect(eligibleFor(board, { time: '10:30', recused: ['chair'] }).seatIds).toEqual(['administration', 'police']);
    expect(eligibleFor(board, { time: '10:30', recused: ['chair', 'deputy'] })).toEqual({
      seatIds: ['police'],
      participantIds: ['officer'],
    });
    expect(quorumAt(board, '10:30').enough).toBe(true);
  });
});

const time = fc
  .integer({ min: 9 * 60, max: 14 * 60 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
const span = fc.record({ from: time, to: fc.option(time) });
const anyMeeting: fc.Arbitrary<QuorumInput> = fc.array(fc.boolean(), { maxLength: 8 }).chain((votes) =>
  fc.record({
    rule: fc.record({ kind: fc.constantFrom(...quorumKinds), fixed: fc.integer({ min: 1, max: 8 }) }),
    seats: fc.constant(votes.map((vote, index) => ({ id: `seat${index}`, votes: vote }))),
    participants: fc
      .array(fc.record({ seat: fc.option(fc.nat(9)), spans: fc.array(span, { maxLength: 3 }) }), { maxLength: 12 })
      .map((list) =>
        list.map(({ seat, spans }, index) => ({
          id: `person${index}`,
          seatId: seat === null ? null : `seat${seat}`,
          spans,
        })),
      ),
    breaks: fc.array(span, { maxLength: 2 }),
  }),
);

describe('for any meeting', () => {
  it('never counts more seats than there are, nor people without a vote', () => {
    fc.assert(
      fc.property(anyMeeting, time, (input, at) => {
        const state = quorumAt(input, at);
        const voting = input.seats.filter(({ votes }) => votes).map(({ id }) => id);
        expect(state.total).toBe(voting.length);
        expect(state.present).toBeLessThanOrEqual(voting.length);
        expect(state.seatIds.every((id) => voting.includes(id))).toBe(true);
        expect(state.enough).toBe(state.present >= state.required);
        const withoutTheRest = input.participants.filter(({ seatId }) => voting.includes(seatId ?? ''));
        expect(quorumAt({ ...input, participants: withoutTheRest }, at)).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same however often a representative is listed, and never falls when somebody more is in the room', () => {
    fc.assert(
      fc.property(anyMeeting, time, fc.nat(7), (input, at, seat) => {
        const state = quorumAt(input, at);
        const doubled = input.participants.map((one) => ({ ...one, id: `${one.id} again` }));
        expect(quorumAt({ ...input, participants: [...input.participants, ...doubled] }, at)).toEqual(state);
        const more = { id: 'more', seatId: `seat${seat}`, spans: [{ from: '00:00', to: null }] };
        const after = quorumAt({ ...input, participants: [...input.participants, more] }, at);
        expect(after.present).toBeGreaterThanOrEqual(state.present);
        expect(after.present - state.present).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has a history that agrees with the quorum at every minute', () => {
    fc.assert(
      fc.property(anyMeeting, time, (input, at) => {
        const history = quorumHistory(input, { from: '09:00', to: '14:00' });
        const times = history.map((change) => change.time);
        expect(times).toEqual([...new Set(times)].toSorted());
        const { present, enough, inBreak, seatIds } = quorumAt(input, at);
        expect(history.findLast((change) => change.time <= at)).toMatchObject({ present, enough, inBreak, seatIds });
        const inRoom = new Set<string>();
        for (const { came, left } of history) {
          expect(came.some((id) => inRoom.has(id))).toBe(false);
          expect(left.every((id) => inRoom.has(id))).toBe(true);
          for (const id of came) inRoom.add(id);
          for (const id of left) inRoom.delete(id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets only seats in the room vote, and all of them when nobody is recused', () => {
    fc.assert(
      fc.property(anyMeeting, time, fc.array(fc.nat(12)), (input, at, recused) => {
        const present = quorumAt(input, at).seatIds;
        expect(eligibleFor(input, { time: at, recused: [] }).seatIds).toEqual(present);
        const names = recused.map((index) => `person${index}`);
        const some = eligibleFor(input, { time: at, recused: names });
        expect(some.seatIds.every((id) => present.includes(id))).toBe(true);
        expect(some.participantIds.some((id) => names.includes(id))).toBe(false);
      }),
    );
  });
});
