import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decision } from '../../electron/core/decisions/tables.ts';
import { membership, office, organisation, person, seat, workingGroup } from '../../electron/core/directory/tables.ts';
import { agendaItem, meeting, participant, speech } from '../../electron/core/meetings/tables.ts';
import { randomKey } from '../../electron/core/workspace/key.ts';
import { createWorkspace, openWorkspace, type OpenWorkspace } from '../../electron/core/workspace/open.ts';

const author = { person: 'bench', session: 'bench' };

/** Numbers that look random and are the same in every run (Lehmer's generator). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const vocabulary =
  'рада громада поліція служба захист дитина область захід строк звіт кошти план допомога постраждала особа навчання круглий стіл моніторинг переадресація взаємодія координація виявлення запобігання надати провести затвердити рекомендувати подати забезпечити'.split(
    ' ',
  );

const sentence = (random: (below: number) => number, words: number): string =>
  Array.from({ length: words }, () => vocabulary[random(vocabulary.length)]).join(' ');

export interface Size {
  groups: number;
  meetings: number;
  speeches: number;
  seats: number;
}

export const sampleSize: Size = { groups: 3, meetings: 6, speeches: 60, seats: 14 };
export const largeSize: Size = { groups: 40, meetings: 5_000, speeches: 100_000, seats: 14 };

/** What a measurement needs to reach into a generated workspace. */
export interface Generated {
  path: string;
  key: string;
  /** A meeting in session with items, speeches and decisions, somewhere in the middle. */
  meetingId: string;
  itemId: string;
  speechId: string;
  participantId: string;
  open: () => Promise<OpenWorkspace>;
}

const memory = () => {
  const kept = new Map<string, unknown>();
  return { get: (name: string) => kept.get(name), set: (name: string, value: unknown) => void kept.set(name, value) };
};

/** Writes a workspace of this size through the ledger, with its whole history. */
export async function generate(folder: string, name: string, size: Size): Promise<Generated> {
  const path = join(folder, `${name}.viche`);
  const key = randomKey();
  const installation = memory();
  const common = { path, key, installation, door: 'bench', now: Date.now };
  const workspace = await createWorkspace(common);
  workspace.sqlite.pragma('synchronous = OFF');
  const random = seeded(20_261_121);
  const groups = makeGroups(workspace, size, random);
  const made = makeMeetings(workspace, size, groups, random);
  workspace.close();
  return { path, key, ...made, open: () => openWorkspace(common) };
}

interface Group {
  id: string;
  members: { personId: string; organisationId: string; seatId: string }[];
}

function makeGroups(workspace: OpenWorkspace, size: Size, random: (below: number) => number): Group[] {
  return Array.from({ length: size.groups }, (_, n) =>
    workspace.ledger.write(author, { label: 'bench' }, (w) => {
      const id = w.insert(workingGroup, { name: `Група ${n} ${sentence(random, 3)}` });
      const members = Array.from({ length: size.seats }, (__, at) => {
        const organisationId = w.insert(organisation, { name: `Установа ${n}-${at}` });
        const personId = w.insert(person, { surname: `Учасниця ${n}-${at}` });
        w.insert(office, { personId, organisationId, position: 'представниця' });
        const sortKey = `a${String.fromCharCode(48 + at)}`;
        const seatId = w.insert(seat, { groupId: id, organisationId, sortKey });
        w.insert(membership, { groupId: id, personId, seatId, sortKey, role: at === 0 ? 'chair' : 'member' });
        return { personId, organisationId, seatId };
      });
      return { id, members };
    }),
  );
}

function makeMeetings(workspace: OpenWorkspace, size: Size, groups: Group[], random: (below: number) => number) {
  const itemsPerMeeting = 5;
  const perItem = Math.max(1, Math.round(size.speeches / size.meetings / itemsPerMeeting));
  const middle = Math.floor(size.meetings / 2);
  const found = { meetingId: '', itemId: '', speechId: '', participantId: '' };
  for (let n = 0; n < size.meetings; n += 1) {
    const group = groups[n % groups.length];
    if (!group) continue;
    workspace.ledger.write(author, { label: 'bench' }, (w) => {
      const day = new Date(Date.UTC(2006, 0, 10) + Math.floor((n / size.meetings) * 20 * 365) * 86_400_000);
      const meetingId = w.insert(meeting, {
        groupId: group.id,
        heldOn: day.toISOString().slice(0, 10),
        startsAt: '10:00',
        status: n === middle ? 'inSession' : 'draftMinutes',
        openedAt: '10:00',
        sequence: Math.floor(n / groups.length) + 1,
        number: String(Math.floor(n / groups.length) + 1),
        title: sentence(random, 5),
      });
      for (const [at, member] of group.members.entries()) {
        const id = w.insert(participant, {
          meetingId,
          personId: member.personId,
          organisationId: member.organisationId,
          seatId: member.seatId,
          attendance: 'present',
          sortKey: `a${String.fromCharCode(48 + at)}`,
        });
        if (n === middle && at === 3) found.participantId = id;
      }
      for (let item = 0; item < itemsPerMeeting; item += 1) {
        const itemId = w.insert(agendaItem, { meetingId, title: `Про ${sentence(random, 6)}`, sortKey: `a${item}` });
        for (let at = 0; at < perItem; at += 1) {
          const speaker = group.members[random(group.members.length)]?.personId ?? null;
          const id = w.insert(speech, {
            itemId,
            kind: at === 0 ? 'heard' : 'speech',
            speakerId: speaker,
            text: sentence(random, 40),
            sortKey: `a${at}`,
          });
          if (n === middle && item === 2 && at === 1) Object.assign(found, { meetingId, itemId, speechId: id });
        }
        for (let at = 0; at < 2; at += 1)
          w.insert(decision, { itemId, text: sentence(random, 15), dueOn: '2026-12-15', sortKey: `b0${at}` });
      }
    });
  }
  return found;
}

export const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'viche-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
