import type { OrganisationRow, PersonRow } from '../../../shared/contract/directory.ts';
import type { ParticipantView } from '../../../shared/contract/meetings.ts';
import { wordMatcher } from '../../ui/matchesWords.ts';

/** Somebody or some body that can speak, be named in a text or be given an assignment. */
export type Name = {
  /** Names the choice in a list. */
  key: string;
  kind: 'person' | 'organisation';
  /** The record of the directory; null for a guest who is only a name on the list. */
  id: string | null;
  label: string;
  note: string;
  /** A second way in which it is written: the full name of an organisation. */
  also: string;
  participantId: string | null;
  inRoom: boolean;
};

const ofParticipant = (one: ParticipantView): Name => ({
  key: `participant:${one.id}`,
  kind: 'person',
  id: one.personId,
  label: one.name,
  note: [one.position, one.shortName || one.organisation].filter(Boolean).join(', '),
  also: '',
  participantId: one.id,
  inRoom: one.inRoom,
});

const ofPerson = (one: PersonRow): Name => ({
  key: `person:${one.id}`,
  kind: 'person',
  id: one.id,
  label: one.name,
  note: [one.position, one.organisation].filter(Boolean).join(', '),
  also: '',
  participantId: null,
  inRoom: false,
});

const ofOrganisation = (one: OrganisationRow): Name => ({
  key: `organisation:${one.id}`,
  kind: 'organisation',
  id: one.id,
  label: one.shortName || one.name,
  note: one.shortName === '' ? '' : one.name,
  also: one.name,
  participantId: null,
  inRoom: false,
});

/** Who is at hand for a meeting: those in the room first, then the others on its list, then the directory. */
export const collectNames = (
  participants: readonly ParticipantView[],
  people: readonly PersonRow[],
  organisations: readonly OrganisationRow[],
): Name[] => {
  const listed = new Set(participants.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const onList = participants.map(ofParticipant);
  return [
    ...onList.filter(({ inRoom }) => inRoom),
    ...onList.filter(({ inRoom }) => !inRoom),
    ...organisations.map(ofOrganisation),
    ...people.filter(({ id }) => !listed.has(id)).map(ofPerson),
  ];
};

export type Names = {
  all: readonly Name[];
  /** The best of those that fit what is typed. */
  search: (typed: string, kind?: Name['kind']) => Name[];
  person: (id: string | null) => Name | undefined;
  organisation: (id: string | null) => Name | undefined;
};

/** As many as a list at the caret shows. */
const most = 8;

export const makeNames = (all: readonly Name[]): Names => {
  const people = new Map(all.filter(({ kind, id }) => kind === 'person' && id !== null).map((name) => [name.id, name]));
  const bodies = new Map(all.filter(({ kind }) => kind === 'organisation').map((name) => [name.id, name]));
  return {
    all,
    search: (typed, kind) => {
      const fits = wordMatcher(typed);
      const found: Name[] = [];
      for (const name of all) {
        if (kind !== undefined && name.kind !== kind) continue;
        if (fits(`${name.label} ${name.note} ${name.also}`)) found.push(name);
        if (found.length === most) break;
      }
      return found;
    },
    person: (id) => people.get(id),
    organisation: (id) => bodies.get(id),
  };
};
