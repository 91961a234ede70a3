import type { Client } from '../../shared/contract/index.ts';
import { anyDecision, type RegisterQuery } from '../../shared/contract/decisions.ts';
import { anyMemorandum, type MemorandaFilter } from '../../shared/contract/memoranda.ts';
import { addDays, today } from '../../shared/dates.ts';
import { compareCalls } from './calls.ts';
import type { Measured } from './measure.ts';
import type { Generated } from './workspaces.ts';

const query = (
  over: Partial<Omit<RegisterQuery, 'filter'>> & { filter?: Partial<RegisterQuery['filter']> } = {},
): RegisterQuery => ({
  sort: { by: 'due', descending: false },
  groupBy: 'none',
  offset: 0,
  limit: 100,
  ...over,
  filter: { ...anyDecision, ...over.filter },
});

const memoranda = (over: Partial<MemorandaFilter> = {}): MemorandaFilter => ({
  ...anyMemorandum,
  sort: { by: 'signed', descending: true },
  offset: 0,
  limit: 100,
  ...over,
});

/** Every list and view of the registers, by what a person would call it. */
async function callsOf(client: Client, at: Generated): Promise<Record<string, () => Promise<unknown>>> {
  const day = today(new Date());
  const { decisions: area } = client;
  const [last] = await area.registerIds(query({ sort: { by: 'due', descending: true } }));
  const [group] = await client.directory.groups();
  const [memorandum] = (await client.memoranda.list(memoranda())).rows;
  if (last === undefined || group === undefined || memorandum === undefined) throw new Error('nothing was generated');
  const total = (await area.register(query({ limit: 1 }))).total;
  let moves = 0;
  const note = { id: last, notedOn: day, text: 'Подано проміжний звіт' };
  return {
    'decisions: the first page': () => area.register(query()),
    'decisions: a page in the middle': () => area.register(query({ offset: Math.floor(total / 2) })),
    'decisions: the last page': () => area.register(query({ offset: Math.max(0, total - 100) })),
    'decisions: what is overdue': () => area.register(query({ filter: { states: ['overdue'] } })),
    'decisions: due within two weeks': () =>
      area.register(query({ filter: { states: ['open', 'inProgress'], dueUntil: addDays(day, 14) } })),
    'decisions: of one group': () => area.register(query({ filter: { groupIds: [group.id] } })),
    'decisions: of one year': () =>
      area.register(query({ filter: { heldFrom: addDays(day, -730), heldUntil: addDays(day, -365) } })),
    'decisions: by words': () => area.register(query({ filter: { text: 'круглий стіл' } })),
    'decisions: by their text': () => area.register(query({ sort: { by: 'text', descending: false } })),
    'decisions: by organisation, in groups': () =>
      area.register(query({ sort: { by: 'organisation', descending: false }, groupBy: 'organisation' })),
    'decisions: by meeting, in groups': () =>
      area.register(query({ sort: { by: 'held', descending: true }, groupBy: 'meeting' })),
    'decisions: every id': () => area.registerIds(query()),
    'decisions: the choices of the filter': () => area.registerChoices(),
    'decisions: one with its carrying out': () => area.detail({ id: last }),
    'decisions: a note is added': () => area.addNote(note),
    'decisions: a deadline is moved': () => {
      moves += 1;
      return area.moveDeadline({ id: last, period: null, to: addDays(day, 400 + moves), reason: 'Потрібен час' });
    },
    'memoranda: the first page': () => client.memoranda.list(memoranda()),
    'memoranda: in force': () => client.memoranda.list(memoranda({ states: ['inForce'] })),
    'memoranda: by words': () => client.memoranda.list(memoranda({ text: 'круглий' })),
    'memoranda: by notice': () => client.memoranda.list(memoranda({ sort: { by: 'notice', descending: false } })),
    'memoranda: one with its text': () => client.memoranda.get({ id: memorandum.id }),
    'today: everything': () => client.today.get({ limit: 50, language: 'uk' }),
    'today: the numbers of the navigation': () => client.today.counts(),
    'today: the daily notice': () => client.today.notice(),
    'meetings: the first page': () =>
      client.meetings.list({ groupId: null, status: null, text: '', offset: 0, limit: 100 }),
    'meetings: one': () => client.meetings.get({ id: at.meetingId }),
    'meetings: what is carried over': () => client.meetings.carryOver({ meetingId: at.meetingId }),
    'directory: organisations': () => client.directory.organisations(),
    'directory: people': () => client.directory.people({ on: null }),
    'directory: groups': () => client.directory.groups(),
  };
}

/** Every list of the registers at 60,000 decisions and 2,000 memoranda against a hundredth of them. */
export const run = (): Promise<Measured[]> => compareCalls(callsOf);
