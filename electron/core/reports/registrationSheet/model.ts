import type { Reading } from '../../directory/reading.ts';
import { printedMinutes } from '../minutes/printed.ts';
import type { MinutesModel, MinutesParticipant } from '../../../../shared/contract/minutesModel.ts';

export interface RegistrationModel {
  head: MinutesModel;
  /** Chair, deputies, secretary, members, advisers, guests. */
  people: MinutesParticipant[];
}

const ranks: Record<MinutesParticipant['role'], number> = {
  chair: 0,
  deputy: 1,
  secretary: 2,
  member: 3,
  adviser: 4,
  guest: 5,
};

/** Everybody who is expected, for the sheet they sign at the door. Throws `notFound`. */
export function readRegistration(workspace: Reading, meetingId: string): RegistrationModel {
  const { model } = printedMinutes(workspace, meetingId);
  return { head: model, people: model.participants.toSorted((a, b) => ranks[a.role] - ranks[b.role]) };
}
