import { everyActivity, type ActivitiesFilter } from '../../../../shared/contract/activityViews.ts';
import { countryName, languageName } from '../../../../shared/rules/regionNames.ts';
import type { List } from '../../reports/list.ts';
import { asList, readAll } from '../../statements.ts';
import { activityIds } from '../activities/list.ts';
import { participantsOf } from '../activities/participants.ts';
import { readRows } from '../activities/rows.ts';
import { keyWords, listOf, type Row, type SheetContext, type WordedContext } from './sheet.ts';

/** The project's own page: one line for each thing that is said of it. */
export function passportSheet(context: SheetContext): List {
  const { project, column, say } = context;
  const rows: Row[] = [
    [column('title'), project.title],
    [column('shortName'), project.shortName],
    [column('number'), project.number],
    [column('status'), say('projectStatus', project.status)],
    [column('lead'), project.lead],
    [column('manager'), project.manager],
    [column('startsOn'), project.startsOn],
    [column('endsOn'), project.endsOn],
    [column('currency'), project.currency],
    [column('goal'), project.goal],
    [column('summary'), project.summary],
    [column('predecessor'), project.predecessor],
    ...project.places.map((place): Row => [column('place'), place.name]),
    ...project.memoranda.map(({ title, number }): Row => [column('memorandum'), `${number} ${title}`.trim()]),
    [column('note'), project.note],
  ];
  const filled = rows.filter(([, content]) => content !== null && content !== '');
  // A day in this column is a date, everything else text.
  return listOf(
    context,
    'passport',
    [
      ['field', 'text'],
      ['content', 'date'],
    ],
    filled,
  );
}

export const partnersSheet = (context: SheetContext): List =>
  listOf(
    context,
    'partners',
    [
      ['name', 'text'],
      ['country', 'text'],
      ['role', 'text'],
      ['task', 'text'],
    ],
    context.project.partners.map(({ name, country, role, task }) => [
      name,
      country === '' ? '' : countryName(country, context.language),
      context.say('partnerRole', role),
      task,
    ]),
  );

/** Objectives in their order with the lines that serve them; lines that serve none come last. */
export function planSheet(context: SheetContext): List {
  const { objectives, lines } = context.project;
  const lineRow = (line: (typeof lines)[number], number: string, text: string): Row => [
    number,
    text,
    Number(line.number),
    line.title,
    line.activities,
  ];
  const known = new Set(objectives.map(({ id }) => id));
  const rows = objectives.flatMap(({ id, number, text }): Row[] => {
    const own = lines.filter(({ objectiveId }) => objectiveId === id);
    return own.length === 0 ? [[number, text, null, '', null]] : own.map((line) => lineRow(line, number, text));
  });
  for (const line of lines)
    if (line.objectiveId === null || !known.has(line.objectiveId)) rows.push(lineRow(line, '', ''));
  return listOf(
    context,
    'plan',
    [
      ['number', 'text'],
      ['objective', 'text'],
      ['lineNumber', 'number'],
      ['line', 'text'],
      ['activities', 'number'],
    ],
    rows,
    { label: context.column('total'), columns: [4] },
  );
}

/** Rows read at once. */
const chunk = 1000;

type ActivityTexts = {
  id: string;
  baselineFrom: string | null;
  baselineUntil: string | null;
  outcome: string;
  source: string;
  note: string;
};

const activityColumns = [
  ['number', 'text'],
  ['title', 'text'],
  ['kind', 'text'],
  ['status', 'text'],
  ['line', 'text'],
  ['plannedFrom', 'date'],
  ['plannedUntil', 'date'],
  ['baselineFrom', 'date'],
  ['baselineUntil', 'date'],
  ['actualFrom', 'date'],
  ['actualUntil', 'date'],
  ['where', 'text'],
  ['organiser', 'text'],
  ['participants', 'number', 0],
  ['outcome', 'text'],
  ['source', 'text'],
  ['note', 'text'],
] as const;

/** Activities as the filter finds them, in its order. */
export function activitiesSheet(context: WordedContext, filter: Omit<ActivitiesFilter, 'offset' | 'limit'>): List {
  const { reader, resources, today, now, language, say, column } = context;
  const ids = activityIds(reader, resources, filter, now);
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += chunk) {
    const some = ids.slice(at, at + chunk);
    const texts = new Map(
      readAll<ActivityTexts>(
        reader,
        `SELECT a.id, a.baselineFrom, a.baselineUntil, a.outcome, a.source, a.note
         FROM json_each(?) j CROSS JOIN activity a ON a.id = j.value`,
        asList(some),
      ).map((row) => [row.id, row]),
    );
    for (const row of readRows(reader, resources, some, today, language)) {
      const own = texts.get(row.id);
      rows.push([
        row.number,
        row.title,
        say('activityKind', row.kind),
        say('activityState', row.state),
        row.line,
        row.plannedFrom,
        row.plannedUntil,
        own?.baselineFrom ?? null,
        own?.baselineUntil ?? null,
        row.actualFrom,
        row.actualUntil,
        row.where,
        row.organiser,
        row.participants,
        own?.outcome ?? '',
        own?.source ?? '',
        own?.note ?? '',
      ]);
    }
  }
  const people = activityColumns.findIndex(([key]) => key === 'participants');
  return listOf(context, 'activities', activityColumns, rows, { label: column('total'), columns: [people] });
}

export function participantsSheet(context: SheetContext): List {
  const { reader, resources, project, now, today, language, say } = context;
  const ids = activityIds(reader, resources, { ...everyActivity, projectId: project.id }, now);
  const counts = participantsOf(reader, ids);
  const rows = readRows(
    reader,
    resources,
    ids.filter((id) => counts.has(id)),
    today,
    language,
  ).flatMap((activity) =>
    (counts.get(activity.id) ?? []).map(({ dimension, key, people }): Row => [
      activity.number,
      activity.title,
      say('participantDimension', dimension),
      keyWords(context, dimension, key),
      people,
    ]),
  );
  return listOf(
    context,
    'participants',
    [
      ['activityNumber', 'text'],
      ['activity', 'text'],
      ['dimension', 'text'],
      ['key', 'text'],
      ['people', 'number', 0],
    ],
    rows,
  );
}

export function milestonesSheet(context: SheetContext): List {
  const lines = new Map(context.project.lines.map(({ id, title }) => [id, title]));
  return listOf(
    context,
    'milestones',
    [
      ['milestone', 'text'],
      ['line', 'text'],
      ['dueOn', 'date'],
      ['baselineOn', 'date'],
      ['reachedOn', 'date'],
    ],
    context.project.milestones.map(({ title, lineId, dueOn, baselineOn, reachedOn }) => [
      title,
      lines.get(lineId ?? '') ?? '',
      dueOn,
      baselineOn,
      reachedOn,
    ]),
  );
}

/** One line for each language that a deliverable comes in. */
export function deliverablesSheet(context: SheetContext): List {
  const { project, say, language } = context;
  const rows = project.deliverables.flatMap((deliverable): Row[] => {
    const { title, status, dueOn, doneOn, source, note, translations } = deliverable;
    const head: Row = [title, say('deliverableStatus', status), dueOn, doneOn];
    const tail: Row = [source, note];
    if (translations.length === 0) return [[...head, '', '', null, ...tail]];
    return translations.map((each) => [
      ...head,
      languageName(each.language, language),
      say('translationState', each.state),
      each.doneOn,
      ...tail,
    ]);
  });
  return listOf(
    context,
    'deliverables',
    [
      ['deliverable', 'text'],
      ['status', 'text'],
      ['dueOn', 'date'],
      ['doneOn', 'date'],
      ['language', 'text'],
      ['translation', 'text'],
      ['translatedOn', 'date'],
      ['source', 'text'],
      ['note', 'text'],
    ],
    rows,
  );
}

export const risksSheet = (context: SheetContext): List =>
  listOf(
    context,
    'risks',
    [
      ['risk', 'text'],
      ['likelihood', 'number'],
      ['impact', 'number'],
      ['weight', 'number'],
      ['owner', 'text'],
      ['answer', 'text'],
      ['status', 'text'],
      ['reviewedOn', 'date'],
    ],
    context.project.risks.map(({ title, likelihood, impact, weight, owner, answer, status, reviewedOn }) => [
      title,
      likelihood,
      impact,
      weight,
      owner,
      answer,
      context.say('riskStatus', status),
      reviewedOn,
    ]),
  );
