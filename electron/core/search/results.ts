import type { SearchResult } from '../../../shared/contract/search.ts';
import { groupBy, readOne, type Reader } from '../statements.ts';
import { numbersOfDecisions } from './decisionNumbers.ts';
import type { FoundRecord } from './found.ts';
import { placeOf, type Place } from './placeOf.ts';

interface Owners {
  meeting: { number: string; title: string } | undefined;
  item: { title: string } | undefined;
  memorandum: { number: string; title: string } | undefined;
  project: { number: string; name: string } | undefined;
  group: { name: string } | undefined;
}

function ownersOf(reader: Reader, place: Place): Owners {
  const read = <Row>(sql: string, id: string | null): Row | undefined =>
    id === null ? undefined : readOne<Row>(reader, sql, id);
  return {
    meeting: read('SELECT number, title FROM meeting WHERE id = ?', place.meetingId),
    item: read('SELECT title FROM agenda_item WHERE id = ?', place.itemId),
    memorandum: read('SELECT number, title FROM memorandum WHERE id = ?', place.memorandumId),
    project: read(
      `SELECT number, coalesce(nullif(shortName, ''), title) AS name FROM project WHERE id = ?`,
      place.projectId,
    ),
    group: read(`SELECT coalesce(nullif(shortName, ''), name) AS name FROM working_group WHERE id = ?`, place.groupId),
  };
}

const numbered = (number: string): string => (number === '' ? '' : `№ ${number}`);

const speakerOf = (reader: Reader, id: string): string =>
  readOne<{ name: string }>(
    reader,
    `SELECT coalesce(nullif(trim(p.givenName || ' ' || p.surname), ''), s.speakerText) AS name
     FROM speech s LEFT JOIN person p ON p.id = s.speakerId WHERE s.id = ?`,
    id,
  )?.name ?? '';

const officeOf = (reader: Reader, id: string): string =>
  readOne<{ office: string }>(
    reader,
    `SELECT o.position || coalesce(', ' || nullif(coalesce(nullif(g.shortName, ''), g.name), ''), '') AS office
     FROM office o LEFT JOIN organisation g ON g.id = o.organisationId
     WHERE o.personId = ? AND o.removed = 0 ORDER BY o.endsOn IS NOT NULL, o.startsOn DESC LIMIT 1`,
    id,
  )?.office ?? '';

const firstLine = (text: string): string => text.split('\n').find((line) => line.trim() !== '') ?? '';

/** How a record is called in a list, and the line under it; both without words of any language of ours. */
function wordsFor(
  reader: Reader,
  found: FoundRecord,
  owners: Owners,
  number: string,
): { title: string; context: (string | undefined)[] } {
  const { meeting, item, memorandum, project, group } = owners;
  const ofMeeting = [group?.name, numbered(meeting?.number ?? '')];
  const ofMemorandum = [memorandum?.title, numbered(memorandum?.number ?? '')];
  switch (found.entity) {
    case 'meeting':
      return {
        title: meeting?.title || numbered(meeting?.number ?? ''),
        context: meeting?.title ? ofMeeting : [group?.name],
      };
    case 'memorandum':
      return { title: memorandum?.title ?? '', context: [numbered(memorandum?.number ?? ''), group?.name] };
    case 'agendaItem':
      return { title: found.head, context: ofMeeting };
    case 'speech':
      return { title: speakerOf(reader, found.id), context: [...ofMeeting, item?.title] };
    case 'decision':
      return { title: number, context: [group?.name, item?.title] };
    case 'memorandumClause':
      return { title: found.head, context: ofMemorandum };
    case 'obligation':
      return { title: firstLine(found.body), context: ofMemorandum };
    case 'project':
      return { title: project?.name ?? '', context: [numbered(project?.number ?? ''), group?.name] };
    case 'activity':
    case 'deliverable':
      return { title: found.head, context: [project?.name, group?.name] };
    case 'person':
      return { title: found.head, context: [officeOf(reader, found.id)] };
    case 'organisation':
    case 'workingGroup': {
      const [name = '', short = ''] = found.head.split('\n');
      return { title: name, context: [short] };
    }
    case 'attachment':
      return {
        title: found.head,
        context: memorandum ? ofMemorandum : project ? [project.name] : [...ofMeeting, item?.title],
      };
  }
}

/** What the page shows of each record that was found, the snippets aside. */
export function resultsOf(reader: Reader, records: readonly FoundRecord[]): Omit<SearchResult, 'snippet'>[] {
  const decisions = groupBy(records, ({ entity }) => entity).get('decision') ?? [];
  const numbers = numbersOfDecisions(
    reader,
    decisions.map(({ id }) => id),
  );
  return records.map((found) => {
    const owner =
      found.entity === 'attachment'
        ? readOne<{ ownerEntity: string; ownerId: string }>(
            reader,
            'SELECT ownerEntity, ownerId FROM attachment WHERE id = ?',
            found.id,
          )
        : undefined;
    const place = owner ? placeOf(reader, owner.ownerEntity, owner.ownerId) : placeOf(reader, found.entity, found.id);
    const { title, context } = wordsFor(reader, found, ownersOf(reader, place), numbers.get(found.id) ?? '');
    return {
      entity: found.entity,
      id: found.id,
      area: found.area,
      title,
      context: context.filter(Boolean).join(' · '),
      day: place.day,
      place: {
        meetingId: place.meetingId,
        itemId: place.itemId,
        memorandumId: place.memorandumId,
        projectId: place.projectId,
        ownerEntity: owner?.ownerEntity ?? null,
        ownerId: owner?.ownerId ?? null,
      },
    };
  });
}
