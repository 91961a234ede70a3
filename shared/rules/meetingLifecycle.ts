import type { MeetingStatus } from '../vocabulary.ts';

/** What moves a meeting from one status to the next. `sign` ends it: from there only a correction record leads on. */
export type MeetingAction = 'start' | 'finish' | 'reopen' | 'circulate' | 'withdraw' | 'sign' | 'cancel' | 'reinstate';

const transitions: Record<MeetingStatus, Partial<Record<MeetingAction, MeetingStatus>>> = {
  planned: { start: 'inSession', cancel: 'cancelled' },
  inSession: { finish: 'draftMinutes' },
  draftMinutes: { circulate: 'underApproval', sign: 'signed', reopen: 'inSession' },
  underApproval: { sign: 'signed', withdraw: 'draftMinutes' },
  signed: {},
  cancelled: { reinstate: 'planned' },
};

/** The status that the action leads to, or null when it is not allowed in this status. */
export const statusAfter = (status: MeetingStatus, action: MeetingAction): MeetingStatus | null =>
  transitions[status][action] ?? null;

/** Actions allowed in this status, the expected next one first. */
export const allowedActions = (status: MeetingStatus): MeetingAction[] =>
  Object.keys(transitions[status]) as MeetingAction[];

/** Whether the action must say why. */
export const needsReason = (action: MeetingAction): boolean => action === 'cancel';

/**
 * Parts of a meeting's record:
 * - `schedule`: date, time, place, kind, title; `agenda`: items, their order, rapporteurs, materials
 * - `invitations`: who is invited, what they answered; `attendance`: who was in the room and when, chair, breaks
 * - `minutesText`: what was said and decided, votes; `remarks`: remarks of members and what was done with them
 * - `execution`: status, current deadline, notes and evidence of the decisions (rule 8: never covered by the signature)
 */
export type MeetingPart =
  'schedule' | 'agenda' | 'invitations' | 'attendance' | 'minutesText' | 'remarks' | 'execution';

// Before the meeting texts and draft decisions are prepared and early comers ticked off. Under approval everything the
// minutes print is still open, for that is what remarks are for; the signature closes all of it. Remarks still come
// afterwards: late ones, and edits that a signature displaced on a merge (rule 8).
const editable: Record<MeetingStatus, readonly MeetingPart[]> = {
  planned: ['schedule', 'agenda', 'invitations', 'attendance', 'minutesText'],
  inSession: ['schedule', 'agenda', 'invitations', 'attendance', 'minutesText', 'execution'],
  draftMinutes: ['schedule', 'agenda', 'invitations', 'attendance', 'minutesText', 'remarks', 'execution'],
  underApproval: ['schedule', 'agenda', 'invitations', 'attendance', 'minutesText', 'remarks', 'execution'],
  signed: ['remarks', 'execution'],
  cancelled: [],
};

/** Whether this part of the meeting may be changed in this status. */
export const canEdit = (status: MeetingStatus, part: MeetingPart): boolean => editable[status].includes(part);

/** The parts that may be changed in this status. */
export const editableParts = (status: MeetingStatus): readonly MeetingPart[] => editable[status];

/** Whether the number is still provisional and the minutes bear the DRAFT mark. */
export const isProvisional = (status: MeetingStatus): boolean => status !== 'signed';

/** Whether there are minutes to show, hand round or export. */
export const hasMinutes = (status: MeetingStatus): boolean => status !== 'planned' && status !== 'cancelled';
