import { addDays, type IsoDay } from '../../shared/dates.ts';
import type { Language } from '../../shared/languages.ts';
import type { ExecutionStatus, RepeatKind } from '../../shared/vocabulary.ts';
import { assignee, decision, execution, progressNote } from '../../electron/core/decisions/tables.ts';
import type { Writer } from '../../electron/core/ledger/write.ts';
import { agendaItem, meeting, participant, speech } from '../../electron/core/meetings/tables.ts';
import type { OpenWorkspace } from '../../electron/core/workspace/open.ts';
import type { Group } from './generateGroups.ts';
import { languageOf, sentence, sentences, title, type Random } from './phrases.ts';
import { sortKeyAt, type Size } from './size.ts';
import { writeMany } from './writeMany.ts';

const itemsPerMeeting = 5;

/** What was decided long ago is nearly always done; of the last months most is still open. */
function statusAfter(days: number, random: Random): ExecutionStatus {
  const at = random(1000);
  if (days > 240) return at < 965 ? 'done' : at < 990 ? 'cancelled' : at < 995 ? 'inProgress' : 'open';
  if (days > 60) return at < 700 ? 'done' : at < 720 ? 'cancelled' : at < 850 ? 'inProgress' : 'open';
  return at < 150 ? 'done' : at < 350 ? 'inProgress' : 'open';
}

const repetitionOf = (n: number): RepeatKind =>
  n % 200 === 7 ? 'quarter' : n % 400 === 11 ? 'month' : n % 200 === 13 ? 'standing' : 'none';

/** A decision with those who carry it out, how far they have come and what was noted. */
function addDecision(
  w: Writer,
  at: { itemId: string; n: number; sortKey: string; group: Group; heldOn: IsoDay; today: IsoDay; language: Language },
  random: Random,
) {
  const { itemId, n, sortKey, group, heldOn, today, language } = at;
  const days = Math.max(0, (Date.parse(today) - Date.parse(heldOn)) / 86_400_000);
  const repeat = repetitionOf(n);
  const decisionId = w.insert(decision, {
    itemId,
    text: sentence(random, language),
    dueOn: repeat === 'none' && random(10) > 0 ? addDays(heldOn, 14 + random(120)) : null,
    voteMode: 'consensus',
    sortKey,
  });
  const count = 1 + (random(4) === 0 ? 1 + random(3) : 0);
  const first = random(group.members.length);
  for (let k = 0; k < count; k += 1) {
    const member = group.members[(first + k) % group.members.length];
    if (!member) continue;
    w.insert(assignee, { decisionId, organisationId: member.organisationId, sortKey: sortKeyAt(k) });
  }
  const status = repeat === 'none' ? statusAfter(days, random) : 'open';
  const isMoved = status !== 'done' && random(6) === 0;
  if (status !== 'open' || repeat !== 'none' || isMoved)
    w.insert(execution, {
      id: decisionId,
      decisionId,
      status,
      ...(isMoved ? { dueOn: addDays(heldOn, 150 + random(90)) } : {}),
      ...(repeat === 'none' ? {} : { repeat, repeatDay: 20, repeatFrom: heldOn, repeatUntil: addDays(heldOn, 730) }),
    });
  if (random(4) === 0)
    w.insert(progressNote, {
      decisionId,
      notedOn: addDays(heldOn, 7 + random(60)),
      text: sentence(random, language),
    });
}

/** Meetings of twenty years up to two months from now, with what was said and decided at them. */
export function generateMeetings(
  workspace: OpenWorkspace,
  size: Size,
  groups: readonly Group[],
  random: Random,
  today: IsoDay,
) {
  const perItem = Math.max(1, Math.round(size.speeches / size.meetings / itemsPerMeeting));
  const perMeeting = Math.round(size.decisions / size.meetings);
  const middle = Math.floor(size.meetings / 2);
  const found = { meetingId: '', itemId: '', speechId: '', participantId: '' };
  const first = addDays(today, -20 * 365);

  const addMeeting = (w: Writer, n: number, group: Group): void => {
    const heldOn = addDays(first, Math.floor(((n + 1) / size.meetings) * (20 * 365 + 60)));
    const language = languageOf(n);
    const isAhead = heldOn > today;
    const isLate = heldOn > addDays(today, -30);
    const status = n === middle ? 'inSession' : isAhead ? 'planned' : isLate ? 'draftMinutes' : 'signed';
    const number = String(Math.floor(n / groups.length) + 1);
    const meetingId = w.insert(meeting, {
      groupId: group.id,
      heldOn,
      startsAt: '10:00',
      status,
      ...(isAhead ? {} : { openedAt: '10:00' }),
      sequence: Number(number),
      number,
      language,
      title: title(random, language),
    });
    for (const [at, member] of group.members.entries()) {
      const id = w.insert(participant, {
        meetingId,
        personId: member.personId,
        organisationId: member.organisationId,
        seatId: member.seatId,
        attendance: isAhead ? 'expected' : 'present',
        sortKey: sortKeyAt(at),
      });
      if (n === middle && at === 3) found.participantId = id;
    }
    for (let item = 0; item < itemsPerMeeting; item += 1) {
      const itemId = w.insert(agendaItem, { meetingId, title: title(random, language), sortKey: sortKeyAt(item) });
      for (let at = 0; at < perItem; at += 1) {
        const id = w.insert(speech, {
          itemId,
          kind: at === 0 ? 'heard' : 'speech',
          speakerId: group.members[random(group.members.length)]?.personId ?? null,
          text: sentences(random, language, 4),
          sortKey: sortKeyAt(at),
        });
        if (n === middle && item === 2 && at === 1) Object.assign(found, { meetingId, itemId, speechId: id });
      }
      for (let at = item; at < perMeeting; at += itemsPerMeeting)
        addDecision(
          w,
          { itemId, n: n * perMeeting + at, sortKey: sortKeyAt(at), group, heldOn, today, language },
          random,
        );
    }
  };
  writeMany(workspace, size.meetings, 'meetings.create', (w, n) => {
    const group = groups[n % groups.length];
    if (group) addMeeting(w, n, group);
  });
  return found;
}
