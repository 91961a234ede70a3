import * as z from 'zod';
import { projectStatuses } from '../vocabulary.ts';
import { clocks, day, id, language, line, longText } from './base.ts';
import {
  amount,
  currency,
  deliverableView,
  lineView,
  milestoneView,
  objectiveView,
  partnerView,
  placeView,
  riskView,
} from './projectParts.ts';

export const projectSorts = ['title', 'number', 'starts', 'ends', 'status', 'lead', 'held', 'late', 'spent'] as const;
export const projectsFilter = z.object({
  statuses: z.array(z.enum(projectStatuses)).max(5),
  groupId: id.nullable(),
  /** Leads it, is a partner or pays for it. */
  organisationId: id.nullable(),
  text: line,
  sort: z.object({ by: z.enum(projectSorts), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ProjectsFilter = z.infer<typeof projectsFilter>;
export const everyProject: Omit<ProjectsFilter, 'offset' | 'limit'> = {
  statuses: [],
  groupId: null,
  organisationId: null,
  text: '',
  sort: { by: 'starts', descending: true },
};

/** A sum in one currency, minor units. */
export const money = z.object({ currency, amount });
export type Money = z.infer<typeof money>;

export const projectRow = z.object({
  id,
  title: z.string(),
  shortName: z.string(),
  number: z.string(),
  status: z.enum(projectStatuses),
  groupId: id.nullable(),
  group: z.string(),
  lead: z.string(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Activities that are not cancelled; of them held; of them past their planned end and not held. */
  activities: z.number(),
  held: z.number(),
  late: z.number(),
  /** By currency of the funders, largest first. */
  budget: z.array(money),
  spent: z.array(money),
});
export type ProjectRow = z.infer<typeof projectRow>;

export const projectFields = z.object({
  groupId: id.nullable(),
  title: line,
  shortName: line,
  number: line,
  language,
  status: z.enum(projectStatuses),
  goal: longText,
  summary: longText,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  leadId: id.nullable(),
  leadText: line,
  managerId: id.nullable(),
  managerText: line,
  currency,
  predecessorId: id.nullable(),
  note: longText,
});

export const projectDetail = projectRow.extend({
  language,
  goal: z.string(),
  summary: z.string(),
  leadId: id.nullable(),
  leadText: z.string(),
  managerId: id.nullable(),
  managerText: z.string(),
  manager: z.string(),
  currency,
  predecessorId: id.nullable(),
  predecessor: z.string(),
  successors: z.array(z.object({ id, title: z.string() })),
  note: z.string(),
  /** A baseline was kept for at least one activity. */
  hasBaseline: z.boolean(),
  places: z.array(placeView),
  partners: z.array(partnerView),
  /** In the order of print, parents before children. */
  objectives: z.array(objectiveView),
  lines: z.array(lineView),
  milestones: z.array(milestoneView),
  deliverables: z.array(deliverableView),
  risks: z.array(riskView),
  memoranda: z.array(z.object({ id, title: z.string(), number: z.string(), signedOn: day.nullable() })),
  clocks,
});
export type ProjectDetail = z.infer<typeof projectDetail>;

/** What is late or near in a project: the home page and Today say it. */
export const lateRow = z.object({
  kind: z.enum(['activity', 'milestone', 'deliverable', 'translation', 'indicator', 'risk', 'budgetLine']),
  id,
  projectId: id,
  /** Short name of the project, else its title. */
  project: z.string(),
  title: z.string(),
  /** Of an indicator the period without a value, of a budget line the funder, of a translation the language, of a risk its owner. */
  context: z.string(),
  dueOn: day.nullable(),
  /** Negative: so many days late. */
  daysLeft: z.number().nullable(),
});
export type LateRow = z.infer<typeof lateRow>;

/** A figure of the project's head: held of planned. */
export const projectHome = z.object({
  project: projectDetail,
  /** Kinds of activity the project has, with what was held of what was planned. */
  kinds: z.array(z.object({ kind: z.string(), planned: z.number(), held: z.number() })),
  /** Municipalities it works in, how many a held activity reached, and how many not even a planned one. */
  communities: z.object({
    all: z.number(),
    reached: z.number(),
    never: z.number(),
    /** It names whole countries only: these are counted. */
    countries: z.boolean(),
  }),
  /** By month, running totals; `planned` by the baseline where there is one. */
  running: z.array(z.object({ month: z.string(), planned: z.number(), held: z.number().nullable() })),
  late: z.array(lateRow),
});
export type ProjectHome = z.infer<typeof projectHome>;
