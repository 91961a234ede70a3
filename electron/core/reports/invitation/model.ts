import { AppError } from '../../../../shared/errors.ts';
import type { Reading } from '../../directory/reading.ts';
import { agendaLines, type AgendaLine } from '../agenda/model.ts';
import { printedMinutes } from '../minutes/printed.ts';
import type { MinutesModel, PaperPerson } from '../../../../shared/contract/minutesModel.ts';

export interface InvitationModel {
  head: MinutesModel;
  /** Null: one letter for all who are invited. */
  addressee: PaperPerson | null;
  lines: AgendaLine[];
  /** Places on the agenda, from 1, on which the addressee reports. */
  reportsOn: number[];
}

/**
 * The letter that invites to a meeting.
 * @param participantId its addressee; null for all
 * @throws notFound
 */
export function readInvitation(workspace: Reading, meetingId: string, participantId: string | null): InvitationModel {
  const { model } = printedMinutes(workspace, meetingId);
  const addressee = participantId === null ? null : model.participants.find(({ id }) => id === participantId);
  if (addressee === undefined) throw new AppError('notFound', { what: 'participant' });
  return {
    head: model,
    addressee,
    lines: agendaLines(model),
    reportsOn: model.items.flatMap(({ rapporteur, position }) =>
      addressee?.personId && rapporteur?.personId === addressee.personId ? [position] : [],
    ),
  };
}
