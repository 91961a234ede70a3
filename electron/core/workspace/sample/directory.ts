import { keysInRow } from '../../../../shared/rules/order.ts';
import { membership, office, organisation, person, seat, workingGroup } from '../../directory/tables.ts';
import type { Writer } from '../../ledger/write.ts';
import type { SampleDirectory, SampleGroup } from './format.ts';
import { createNames, type Names } from './names.ts';

/** What the meetings of a theme refer to. */
export interface Theme {
  groupId: string;
  group: SampleGroup;
  organisations: Names;
  people: Names;
  /** By the key of the organisation. */
  seats: Names;
  decisions: Names;
  /** Organisation (key) of somebody's office that is held on a day; null where there is none. */
  organisationOf(personKey: string, day: string): string | null;
}

/** Whether a day lies in a period with open ends. */
export const covers = (period: { from?: string | undefined; until?: string | undefined }, day: string): boolean =>
  (period.from === undefined || period.from <= day) && (period.until === undefined || period.until >= day);

const dates = ({ from, until }: { from?: string | undefined; until?: string | undefined }) => ({
  startsOn: from ?? null,
  endsOn: until ?? null,
});

/** The role in every case, as corrections of what the rules would make of it. */
const caseForms = (cases: SampleDirectory['people'][number]['cases']): string | null =>
  cases === undefined
    ? null
    : JSON.stringify(Object.fromEntries(Object.entries(cases).map(([name, surname]) => [name, { surname }])));

/** Writes organisations, people and the group with its seats and members. */
export function insertDirectory(w: Writer, directory: SampleDirectory): Theme {
  const organisations = createNames('organisation');
  const people = createNames('person');
  const seats = createNames('seat');
  for (const { key, ...fields } of directory.organisations) organisations.give(key, w.insert(organisation, fields));
  for (const { key, offices, cases, ...fields } of directory.people) {
    const personId = w.insert(person, { ...fields, nameCases: caseForms(cases) });
    people.give(key, personId);
    for (const { organisation: body, position, ...held } of offices)
      w.insert(office, { personId, organisationId: organisations.idOf(body), position, ...dates(held) });
  }
  const { group } = directory;
  const { seats: places, members, organisation: host, ...fields } = group;
  const groupId = w.insert(workingGroup, { ...fields, organisationId: organisations.idOf(host) });
  const seatKeys = keysInRow(places.length);
  for (const [index, { organisation: body, ...held }] of places.entries()) {
    const organisationId = organisations.idOf(body);
    seats.give(body, w.insert(seat, { groupId, organisationId, sortKey: seatKeys[index] ?? 'a0', ...dates(held) }));
  }
  const memberKeys = keysInRow(members.length);
  for (const [index, { person: who, role, seat: place, ...held }] of members.entries())
    w.insert(membership, {
      groupId,
      personId: people.idOf(who),
      role,
      seatId: place === undefined ? null : seats.idOf(place),
      sortKey: memberKeys[index] ?? 'a0',
      ...dates(held),
    });
  return {
    groupId,
    group,
    organisations,
    people,
    seats,
    decisions: createNames('decision'),
    organisationOf(personKey, day) {
      const offices = directory.people.find(({ key }) => key === personKey)?.offices ?? [];
      return offices.find((held) => covers(held, day))?.organisation ?? null;
    },
  };
}
