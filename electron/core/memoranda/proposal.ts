import { formatDay, today } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { termOn } from '../../../shared/rules/memorandumLifecycle.ts';
import type { Author } from '../ledger/ledger.ts';
import { addItem } from '../meetings/agenda.ts';
import { requireMeeting } from '../meetings/records.ts';
import { readOne } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { factsOf } from './facts.ts';
import { textWords } from './fields.ts';
import { requireMemorandum } from './records.ts';

const minutesPlanned = 10;

/**
 * Puts what becomes of a memorandum on the agenda of a planned meeting, in the meeting's language: whether it goes on
 * where its term has an end, how it is carried out where it has none. Throws `notFound`, `meetingNotPlanned`,
 * `agendaItemThere`.
 */
export function proposeAgendaItem(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: { id: string; meetingId: string },
  now: Date,
): string {
  const record = requireMemorandum(workspace, input.id);
  const meeting = requireMeeting(workspace, input.meetingId);
  if (meeting.status !== 'planned') throw new AppError('meetingNotPlanned', {}, 'meetingId');
  const { endsOn, noticeOn } = termOn(factsOf(workspace, record), today(now));
  const t = textWords(resources, meeting.language);
  const day = (value: string | null): string => (value === null ? '' : formatDay(value, meeting.language));
  const words = { title: record.title, endsOn: day(endsOn), noticeOn: day(noticeOn) };
  const kind = endsOn === null ? 'plain' : noticeOn === null ? 'ending' : 'notice';
  const title = t(`agendaItem.${kind}`, words);
  const there = readOne(
    workspace,
    'SELECT 1 FROM agenda_item WHERE meetingId = ? AND title = ? AND removed = 0',
    meeting.id,
    title,
  );
  if (there) throw new AppError('agendaItemThere', {}, 'meetingId');
  return addItem(workspace, author, { meetingId: meeting.id, at: null, title, minutesPlanned });
}
