import type { SearchResult } from '../../../../shared/contract/search.ts';

/** Words in an address: enough to mark them, not so many that an address breaks. */
const mostMarked = 300;

/** The page a record of this kind has; null where it has none of its own. */
function pageOf(entity: string, id: string, place: SearchResult['place']): string | null {
  const { meetingId, itemId, memorandumId, projectId } = place;
  switch (entity) {
    case 'meeting':
      return `/meetings/${id}`;
    case 'agendaItem':
      return meetingId === null ? null : `/meetings/${meetingId}?item=${id}`;
    case 'decision':
      return `/decisions/${id}`;
    case 'memorandum':
      return `/memoranda/${id}`;
    case 'memorandumClause':
      return memorandumId === null ? null : `/memoranda/${memorandumId}?clause=${id}`;
    case 'obligation':
      return memorandumId === null ? null : `/memoranda/${memorandumId}?obligation=${id}`;
    case 'project':
      return `/projects/${id}`;
    case 'activity':
      return projectId === null ? null : `/projects/${projectId}/activities?activity=${id}`;
    case 'deliverable':
      return projectId === null ? null : `/projects/${projectId}/about?part=deliverables`;
    case 'organisation':
      return `/directory/organisations/${id}`;
    case 'person':
      return `/directory/people/${id}`;
    case 'workingGroup':
      return `/directory/groups/${id}`;
    default:
      if (memorandumId !== null) return `/memoranda/${memorandumId}`;
      if (projectId !== null) return `/projects/${projectId}`;
      if (meetingId === null) return null;
      return itemId === null ? `/meetings/${meetingId}` : `/meetings/${meetingId}?item=${itemId}`;
  }
}

/** Where a result opens: the record itself, or of a part the whole that shows it; a file at the record it is kept with. */
export const addressOf = ({ entity, id, place }: SearchResult): string =>
  (entity === 'attachment' ? pageOf(place.ownerEntity ?? '', place.ownerId ?? '', place) : pageOf(entity, id, place)) ??
  '/';

/** The same place with the words that were looked for, to be marked there. */
export const withMarks = (address: string, words: string): string => {
  const mark = words.trim().slice(0, mostMarked);
  if (mark === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}mark=${encodeURIComponent(mark)}`;
};
