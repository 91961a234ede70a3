import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/dates.ts';
import {
  type CarriedDecision,
  currentDueOn,
  daysLeft,
  decisionState,
  decisionStates,
  isOverdue,
  isUnfinished,
  selectForCarryOver,
} from '../../../shared/rules/decisionStatus.ts';
import { executionStatuses } from '../../../shared/vocabulary.ts';

const today = '2026-11-21';

describe('the state of a decision', () => {
  it.each([
    ['open', '2026-11-20', 'overdue', -1],
    ['open', '2026-11-21', 'open', 0],
    ['inProgress', '2026-01-01', 'overdue', -324],
    ['inProgress', '2026-12-15', 'inProgress', 24],
    ['open', null, 'open', null],
    ['done', '2026-01-01', 'done', null],
    ['cancelled', '2026-01-01', 'cancelled', null],
  ] as const)('%s, due %s, is %s', (status, dueOn, state, left) => {
    expect(decisionState({ status, dueOn }, today)).toBe(state);
    expect(daysLeft({ status, dueOn }, today)).toBe(left);
  });

  it('takes the moved deadline before the printed one', () => {
    expect(currentDueOn('2026-11-01', '2026-12-01')).toBe('2026-12-01');
    expect(currentDueOn('2026-11-01', null)).toBe('2026-11-01');
    expect(currentDueOn(null, undefined)).toBeNull();
  });

  it('becomes overdue once and stays so as days pass, unless it is finished', () => {
    fc.assert(
      fc.property(fc.constantFrom(...executionStatuses), fc.integer({ min: -400, max: 400 }), (status, days) => {
        const execution = { status, dueOn: addDays(today, days) };
        expect(isOverdue(execution, today)).toBe(isUnfinished(status) && days < 0);
        expect(decisionStates).toContain(decisionState(execution, today));
        expect(isOverdue(execution, addDays(today, 1)) || !isOverdue(execution, today)).toBe(true);
      }),
    );
  });
});

const decision = (id: string, patch: Partial<CarriedDecision> = {}): CarriedDecision => ({
  id,
  groupId: 'council',
  meetingId: 'meeting 6',
  decidedOn: '2026-09-10',
  status: 'open',
  dueOn: '2026-12-15',
  ...patch,
});

describe('what the next meeting takes up', () => {
  const next = { id: 'meeting 7', groupId: 'council', heldOn: today };

  it('is what is unfinished in the group, the nearest deadline first', () => {
    const selected = selectForCarryOver(
      [
        decision('no deadline', { dueOn: null }),
        decision('later', { dueOn: '2027-03-01' }),
        decision('overdue', { dueOn: '2026-11-10', status: 'inProgress' }),
        decision('done', { status: 'done' }),
        decision('cancelled', { status: 'cancelled' }),
        decision('elsewhere', { groupId: 'other' }),
        decision('its own', { meetingId: 'meeting 7' }),
        decision('of a later meeting', { decidedOn: '2026-11-22' }),
        decision('older', { decidedOn: '2025-03-03' }),
        decision('b'),
        decision('a'),
      ],
      next,
    );
    expect(selected.map(({ id }) => id)).toEqual(['overdue', 'older', 'a', 'b', 'later', 'no deadline']);
  });

  it('leaves the list it was given alone', () => {
    const list = [decision('b'), decision('a')];
    selectForCarryOver(list, next);
    expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
