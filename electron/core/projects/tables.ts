import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '../../../shared/languages.ts';
import {
  activityKinds,
  activityStatuses,
  deliverableStatuses,
  disaggregations,
  indicatorFrequencies,
  indicatorSummings,
  narrativeSections,
  participantDimensions,
  partnerRoles,
  placeStatuses,
  projectStatuses,
  riskStatuses,
  translationStates,
} from '../../../shared/vocabulary.ts';
import { organisation, person, workingGroup } from '../directory/tables.ts';
import { count, place, record, when, words } from '../ledger/columns.ts';
import { meeting } from '../meetings/tables.ts';
import { memorandum, obligation } from '../memoranda/tables.ts';

export const project = sqliteTable('project', {
  ...record(),
  /** The working group it belongs to, where there is one. */
  groupId: text().references(() => workingGroup.id),
  title: words(),
  shortName: words(),
  /** Of the grant agreement or of the programme. */
  number: words(),
  language: text({ enum: languages }).notNull().default('uk'),
  status: text({ enum: projectStatuses }).notNull().default('preparing'),
  goal: words(),
  summary: words(),
  startsOn: when(),
  endsOn: when(),
  leadId: text().references(() => organisation.id),
  /** The lead where it is nobody of the directory. */
  leadText: words(),
  managerId: text().references(() => person.id),
  managerText: words(),
  /** ISO 4217; sums of the whole project are told in it. */
  currency: text().notNull().default('UAH'),
  /** The project that this one carries on. */
  predecessorId: text(),
  note: words(),
});

/** Where the project works: a territory with all below it, or a whole country. Coverage is asked for these. */
export const projectPlace = sqliteTable('project_place', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  /** ISO 3166-1 alpha-2. */
  country: words(),
  /** Code of `territories.csv`; empty: the whole country. */
  territory: words(),
  sortKey: place(),
});

export const projectPartner = sqliteTable('project_partner', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  organisationId: text().references(() => organisation.id),
  nameText: words(),
  country: words(),
  role: text({ enum: partnerRoles }).notNull().default('partner'),
  /** What it does in the project. */
  task: words(),
  sortKey: place(),
});

export const projectMemorandum = sqliteTable('project_memorandum', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  memorandumId: text()
    .notNull()
    .references(() => memorandum.id),
});

export const objective = sqliteTable('objective', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  /** The objective it serves; no circles. */
  parentId: text(),
  text: words(),
  sortKey: place(),
});

/** A line of activity: the heading under which activities stand. */
export const activityLine = sqliteTable('activity_line', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  objectiveId: text().references(() => objective.id),
  title: words(),
  sortKey: place(),
});

export const activity = sqliteTable('activity', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  lineId: text().references(() => activityLine.id),
  kind: text({ enum: activityKinds }).notNull().default('other'),
  status: text({ enum: activityStatuses }).notNull().default('planned'),
  statusReason: words(),
  title: words(),
  /** First and last day as planned now. */
  plannedFrom: when(),
  plannedUntil: when(),
  /** As they were planned when the baseline was kept. */
  baselineFrom: when(),
  baselineUntil: when(),
  actualFrom: when(),
  actualUntil: when(),
  place: words(),
  organiserId: text().references(() => organisation.id),
  organiserText: words(),
  responsibleId: text().references(() => person.id),
  /** A round table is a meeting with minutes where one wants it. */
  meetingId: text().references(() => meeting.id),
  participants: count(),
  outcome: words(),
  /** Where it can be read of: an address, a document. */
  source: words(),
  note: words(),
  sortKey: place(),
});

export const activityPlace = sqliteTable('activity_place', {
  ...record(),
  activityId: text()
    .notNull()
    .references(() => activity.id),
  country: words(),
  territory: words(),
  status: text({ enum: placeStatuses }).notNull().default('follows'),
  heldOn: when(),
  outcome: words(),
  sortKey: place(),
});

/** How many participants of one kind; aggregates only, never a person. */
export const participantCount = sqliteTable('participant_count', {
  ...record(),
  activityId: text()
    .notNull()
    .references(() => activity.id),
  dimension: text({ enum: participantDimensions }).notNull(),
  /** A value of the vocabulary, an ISO country, or a profession in one's own words. */
  key: words(),
  /** Null: there were some, nobody knows how many. */
  people: count(),
  sortKey: place(),
});

/** `activityId` begins after `afterId` has ended, `lagDays` later. No circles. */
export const activityDependency = sqliteTable('activity_dependency', {
  ...record(),
  activityId: text()
    .notNull()
    .references(() => activity.id),
  afterId: text()
    .notNull()
    .references(() => activity.id),
  lagDays: count(),
});

export const activityObligation = sqliteTable('activity_obligation', {
  ...record(),
  activityId: text()
    .notNull()
    .references(() => activity.id),
  obligationId: text()
    .notNull()
    .references(() => obligation.id),
});

export const milestone = sqliteTable('milestone', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  lineId: text().references(() => activityLine.id),
  title: words(),
  dueOn: when(),
  baselineOn: when(),
  reachedOn: when(),
  sortKey: place(),
});

export const deliverable = sqliteTable('deliverable', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  activityId: text().references(() => activity.id),
  title: words(),
  status: text({ enum: deliverableStatuses }).notNull().default('planned'),
  dueOn: when(),
  doneOn: when(),
  source: words(),
  note: words(),
  sortKey: place(),
});

/** One language a deliverable comes in. */
export const translation = sqliteTable('translation', {
  ...record(),
  deliverableId: text()
    .notNull()
    .references(() => deliverable.id),
  /** ISO 639-1. */
  language: words(),
  state: text({ enum: translationStates }).notNull().default('planned'),
  doneOn: when(),
  sortKey: place(),
});

export const risk = sqliteTable('risk', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  title: words(),
  /** 1 to 5. */
  likelihood: count(),
  impact: count(),
  ownerId: text().references(() => person.id),
  ownerText: words(),
  answer: words(),
  status: text({ enum: riskStatuses }).notNull().default('open'),
  reviewedOn: when(),
  sortKey: place(),
});

export const indicator = sqliteTable('indicator', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  objectiveId: text().references(() => objective.id),
  title: words(),
  unit: words(),
  /** Digits after the point; every value of it is a whole number of 10^−decimals. */
  decimals: count(),
  baseline: count(),
  baselineOn: when(),
  frequency: text({ enum: indicatorFrequencies }).notNull().default('year'),
  summing: text({ enum: indicatorSummings }).notNull().default('sum'),
  disaggregation: text({ enum: disaggregations }).notNull().default('none'),
  source: words(),
  /** JSON of the counting rule (`shared/rules/counted.ts`); empty: values are entered. */
  rule: words(),
  note: words(),
  sortKey: place(),
});

/** Its id is `<indicator id>:<period>`. */
export const indicatorTarget = sqliteTable('indicator_target', {
  ...record(),
  indicatorId: text()
    .notNull()
    .references(() => indicator.id),
  /** 2015, 2015-H1, 2015-Q3, 2015-07, or `all`. */
  period: words(),
  value: count(),
});

export const indicatorValue = sqliteTable('indicator_value', {
  ...record(),
  indicatorId: text()
    .notNull()
    .references(() => indicator.id),
  period: words(),
  /** Code of a territory; empty: all together. */
  territory: words(),
  /** Of the indicator's disaggregation; empty: all together. */
  key: words(),
  value: count(),
  source: words(),
  note: words(),
});

/** A task of an oblast programme's annex, with its measure. */
export const programmeTask = sqliteTable('programme_task', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  task: words(),
  indicatorText: words(),
  unit: words(),
  measure: words(),
  responsible: words(),
  moneySource: words(),
  sortKey: place(),
});

/** Its id is `<task id>:<year>`. */
export const programmeYear = sqliteTable('programme_year', {
  ...record(),
  taskId: text()
    .notNull()
    .references(() => programmeTask.id),
  year: count(),
  /** Value of the task's indicator in that year, as the annex prints it. */
  value: words(),
  /** In minor units of the project's currency. */
  amount: count(),
});

/**
 * What a person wrote for one section of a report on one period. Its id is `<project id>:<YYMMDD-YYMMDD>:<section>`,
 * of the final report `<project id>:final:<section>`.
 */
export const narrative = sqliteTable('narrative', {
  ...record(),
  projectId: text()
    .notNull()
    .references(() => project.id),
  /** `YYYY-MM-DD/YYYY-MM-DD`, first and last day; empty: of the final report. */
  period: words(),
  section: text({ enum: narrativeSections }).notNull(),
  text: words(),
});
