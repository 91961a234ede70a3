import type { SearchArea, SearchEntity } from '../../../shared/contract/search.ts';
import type { Tier } from './order.ts';

export interface Source {
  entity: SearchEntity;
  area: SearchArea;
  /** 0: what has a name; 1: what is told at length. */
  tier: Tier;
  table: string;
  /** Forms of a directory's names are offered first for a word that has only begun. */
  isName: boolean;
  /**
   * Selects id, removed (1 also where an owner is), day, groupId, head (name, number) and body (the rest) of the rows
   * `r.id IN (json)`.
   */
  sql: string;
}

const rows = (
  table: string,
  head: string,
  body: string,
  place: { removed?: string; day?: string; group?: string; joins?: string },
): string =>
  `SELECT r.id, ${['r.removed', place.removed].filter(Boolean).join(' OR ')} AS removed, ${place.day ?? 'NULL'} AS day,
     ${place.group ?? 'NULL'} AS groupId, ${head} AS head, ${body} AS body
   FROM json_each(?) j CROSS JOIN ${table} r ON r.id = j.value ${place.joins ?? ''}`;

const lines = (...columns: string[]): string => columns.join(` || char(10) || `);

const ofItem = {
  removed: 'i.removed OR m.removed',
  day: 'm.heldOn',
  group: 'm.groupId',
  joins: 'JOIN agenda_item i ON i.id = r.itemId JOIN meeting m ON m.id = i.meetingId',
};
const ofMemorandum = {
  removed: 'm.removed',
  day: 'coalesce(m.signedOn, m.agreedOn)',
  group: 'm.groupId',
  joins: 'JOIN memorandum m ON m.id = r.memorandumId',
};

const ofProject = {
  removed: 'p.removed',
  group: 'p.groupId',
  joins: 'JOIN project p ON p.id = r.projectId',
};

/** Everything that can be found but attachments, whose text comes from elsewhere. */
export const sources: readonly Source[] = [
  {
    entity: 'workingGroup',
    area: 'directory',
    tier: 0,
    table: 'working_group',
    isName: true,
    sql: rows('working_group', lines('r.name', 'r.shortName'), lines('r.nameGenitive', 'r.legalBasis', 'r.place'), {
      group: 'r.id',
    }),
  },
  {
    entity: 'organisation',
    area: 'directory',
    tier: 0,
    table: 'organisation',
    isName: true,
    sql: rows(
      'organisation',
      lines('r.name', 'r.shortName'),
      lines('r.note', 'r.address', 'r.email', 'r.phone', 'r.website'),
      {},
    ),
  },
  {
    entity: 'person',
    area: 'directory',
    tier: 0,
    table: 'person',
    isName: true,
    sql: rows(
      'person',
      `trim(r.surname || ' ' || r.givenName || ' ' || r.patronymic)`,
      lines(
        `coalesce((SELECT group_concat(o.position, char(10)) FROM office o WHERE o.personId = r.id AND o.removed = 0), '')`,
        'r.note',
        'r.email',
        'r.phone',
      ),
      {},
    ),
  },
  {
    entity: 'meeting',
    area: 'meetings',
    tier: 0,
    table: 'meeting',
    isName: false,
    sql: rows('meeting', lines('r.number', 'r.title'), lines('r.place', 'r.note', 'r.cancelReason'), {
      day: 'r.heldOn',
      group: 'r.groupId',
    }),
  },
  {
    entity: 'memorandum',
    area: 'memoranda',
    tier: 0,
    table: 'memorandum',
    isName: false,
    sql: rows(
      'memorandum',
      lines('r.number', 'r.title'),
      lines('r.subject', 'r.legalBasis', 'r.place', 'r.note', 'r.terminationReason'),
      { day: 'coalesce(r.signedOn, r.agreedOn)', group: 'r.groupId' },
    ),
  },
  {
    entity: 'project',
    area: 'projects',
    tier: 0,
    table: 'project',
    isName: false,
    sql: rows(
      'project',
      lines('r.number', 'r.shortName', 'r.title'),
      lines('r.goal', 'r.summary', 'r.note', 'r.leadText', 'r.managerText'),
      { day: 'r.startsOn', group: 'r.groupId' },
    ),
  },
  {
    entity: 'activity',
    area: 'projects',
    tier: 0,
    table: 'activity',
    isName: false,
    sql: rows(
      'activity',
      'r.title',
      lines('r.place', 'r.organiserText', 'r.outcome', 'r.source', 'r.note', 'r.statusReason'),
      { ...ofProject, day: 'coalesce(r.actualFrom, r.plannedFrom)' },
    ),
  },
  {
    entity: 'deliverable',
    area: 'projects',
    tier: 0,
    table: 'deliverable',
    isName: false,
    sql: rows('deliverable', 'r.title', lines('r.source', 'r.note'), {
      ...ofProject,
      day: 'coalesce(r.doneOn, r.dueOn)',
    }),
  },
  {
    entity: 'agendaItem',
    area: 'meetings',
    tier: 0,
    table: 'agenda_item',
    isName: false,
    sql: rows('agenda_item', 'r.title', lines('r.note', 'r.rapporteurText'), {
      removed: 'm.removed',
      day: 'm.heldOn',
      group: 'm.groupId',
      joins: 'JOIN meeting m ON m.id = r.meetingId',
    }),
  },
  {
    entity: 'obligation',
    area: 'memoranda',
    tier: 1,
    table: 'obligation',
    isName: false,
    sql: rows('obligation', `''`, 'r.text', ofMemorandum),
  },
  {
    entity: 'memorandumClause',
    area: 'memoranda',
    tier: 1,
    table: 'memorandum_clause',
    isName: false,
    sql: rows('memorandum_clause', 'r.heading', 'r.text', ofMemorandum),
  },
  {
    entity: 'decision',
    area: 'decisions',
    tier: 1,
    table: 'decision',
    isName: false,
    sql: rows('decision', `''`, 'r.text', ofItem),
  },
  {
    entity: 'speech',
    area: 'meetings',
    tier: 1,
    table: 'speech',
    isName: false,
    sql: rows('speech', `''`, lines('r.text', 'r.speakerText'), ofItem),
  },
];

export const sourceOf = new Map<string, Source>(sources.map((source) => [source.entity, source]));

/** A record as the index reads it. */
export interface SourceRow {
  id: string;
  removed: number;
  day: string | null;
  groupId: string | null;
  head: string;
  body: string;
}

/** Clause text without its marks and fields: what a reader sees. No field reaches over another bracket: that keeps it linear. */
export const readable = (entity: string, text: string): string =>
  entity === 'memorandumClause' || entity === 'obligation'
    ? text.replaceAll(/\[\[[^[\]:\\\s]{1,60}(?::((?:\\[^\n]|[^\\[\]\n])*))?\]\]/gu, '$1').replaceAll('**', '')
    : text;
