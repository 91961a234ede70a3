import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  canEdit,
  editableParts,
  hasMinutes,
  isProvisional,
  type MeetingAction,
  type MeetingPart,
  needsReason,
  statusAfter,
} from '../../../shared/rules/meetingLifecycle.ts';
import { type MeetingStatus, meetingStatuses } from '../../../shared/vocabulary.ts';

const actions: MeetingAction[] = ['start', 'finish', 'reopen', 'circulate', 'withdraw', 'sign', 'cancel', 'reinstate'];

const printed: MeetingPart[] = ['schedule', 'agenda', 'attendance', 'minutesText'];

describe('the life of a meeting', () => {
  it('goes from planned to signed', () => {
    const path: MeetingAction[] = ['start', 'finish', 'circulate', 'withdraw', 'circulate', 'sign'];
    const passed = path.reduce<MeetingStatus[]>(
      (statuses, action) => [...statuses, statusAfter(statuses.at(-1) ?? 'planned', action) ?? 'cancelled'],
      ['planned'],
    );
    expect(passed).toEqual([
      'planned',
      'inSession',
      'draftMinutes',
      'underApproval',
      'draftMinutes',
      'underApproval',
      'signed',
    ]);
  });

  it('can be signed without circulating, cancelled while planned and reinstated', () => {
    expect(statusAfter('draftMinutes', 'sign')).toBe('signed');
    expect(statusAfter('draftMinutes', 'reopen')).toBe('inSession');
    expect(statusAfter('planned', 'cancel')).toBe('cancelled');
    expect(statusAfter('cancelled', 'reinstate')).toBe('planned');
    expect(statusAfter('inSession', 'cancel')).toBeNull();
    expect(statusAfter('planned', 'sign')).toBeNull();
  });

  it('names the expected action first', () => {
    expect(allowedActions('planned')).toEqual(['start', 'cancel']);
    expect(allowedActions('inSession')).toEqual(['finish']);
    expect(allowedActions('draftMinutes')).toEqual(['circulate', 'sign', 'reopen']);
    expect(allowedActions('underApproval')).toEqual(['sign', 'withdraw']);
    expect(allowedActions('signed')).toEqual([]);
    expect(allowedActions('cancelled')).toEqual(['reinstate']);
  });

  it('asks for a reason to cancel only', () => {
    expect(actions.filter(needsReason)).toEqual(['cancel']);
  });

  it('never leaves signed, and never reaches it but by signing minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (steps) => {
        let status: MeetingStatus = 'planned';
        for (const action of steps) {
          const next = statusAfter(status, action);
          expect(allowedActions(status).includes(action)).toBe(next !== null);
          expect(status === 'signed' ? next : null).toBeNull();
          expect(next === 'signed' ? [action, hasMinutes(status)] : ['sign', true]).toEqual(['sign', true]);
          status = next ?? status;
        }
      }),
    );
  });
});

describe('what may be changed', () => {
  it('is nothing the minutes print, once they are signed', () => {
    expect(printed.some((part) => canEdit('signed', part))).toBe(false);
    expect(editableParts('signed')).toEqual(['remarks', 'execution']);
  });

  it('is everything they print while they are drafted and while remarks come', () => {
    for (const status of ['inSession', 'draftMinutes', 'underApproval'] as const) {
      expect(printed.filter((part) => !canEdit(status, part))).toEqual([]);
      expect(canEdit(status, 'execution')).toBe(true);
    }
  });

  it('is nothing of a cancelled meeting', () => {
    expect(editableParts('cancelled')).toEqual([]);
  });

  it('has remarks only when there are minutes to remark on', () => {
    expect(meetingStatuses.filter((status) => canEdit(status, 'remarks'))).toEqual([
      'draftMinutes',
      'underApproval',
      'signed',
    ]);
  });

  it('is provisional until signed', () => {
    expect(meetingStatuses.filter((status) => !isProvisional(status))).toEqual(['signed']);
    expect(meetingStatuses.filter((status) => !hasMinutes(status))).toEqual(['planned', 'cancelled']);
  });
});
