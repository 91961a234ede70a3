import * as z from 'zod';
import { activityKinds, narrativeSections, placeStatuses } from '../vocabulary.ts';
import {
  activitiesFilter,
  activityDetail,
  activityFields,
  activityRow,
  activityWarning,
  coverageView,
  participantRow,
  seriesPlan,
  seriesRow,
  timelineView,
} from './activityViews.ts';
import { base, day, done, id, language, line, longText, longWork, procedure, ticket } from './base.ts';
import { importResult } from './directory.ts';
import {
  indicatorDetail,
  indicatorRow,
  indicatorValueFields,
  indicatorValueRow,
  indicatorValuesFilter,
  targetPeriod,
} from './indicatorViews.ts';
import { expenseFields, expenseRow, expensesFilter, moneyView, moneyWarning, programmeView } from './moneyViews.ts';
import { projectImportPreview, projectImportSettings } from './projectImport.ts';
import { amount, country, partNames, partPatch, scaled, territory } from './projectParts.ts';
import { lateRow, projectDetail, projectFields, projectHome, projectRow, projectsFilter } from './projectViews.ts';

export * from './activityViews.ts';
export * from './indicatorViews.ts';
export * from './moneyViews.ts';
export * from './projectImport.ts';
export * from './projectParts.ts';
export * from './projectViews.ts';

const at = z.number().int().min(0);
const made = z.object({ id });

export const planContract = {
  list: procedure.input(projectsFilter).output(z.object({ total: z.number(), rows: z.array(projectRow) })),
  get: procedure.input(z.object({ id })).output(projectDetail),
  home: procedure.input(z.object({ id })).output(projectHome),
  create: procedure
    .input(
      z.object({
        title: line.min(1),
        language,
        groupId: id.nullable(),
        /** Carries this one on: takes over lead, partners, places and objectives. */
        predecessorId: id.nullable(),
      }),
    )
    .output(made),
  update: procedure.input(z.object({ id, patch: projectFields.partial(), base: base.optional() })).output(done),
  remove: procedure.input(z.object({ id })).output(done),
  addPart: procedure.input(z.object({ projectId: id, patch: partPatch })).output(made),
  updatePart: procedure.input(z.object({ id, patch: partPatch, base: base.optional() })).output(done),
  movePart: procedure.input(z.object({ part: z.enum(partNames), id, to: at })).output(done),
  removePart: procedure.input(z.object({ part: z.enum(partNames), id })).output(done),
  linkMemorandum: procedure.input(z.object({ id, memorandumId: id })).output(done),
  unlinkMemorandum: procedure.input(z.object({ id, memorandumId: id })).output(done),
  /** What is late or near, of one project or of all; the latest first. */
  late: procedure
    .input(z.object({ projectId: id.nullable(), limit: z.number().int().min(1).max(500) }))
    .output(z.array(lateRow)),
  narratives: procedure.input(z.object({ projectId: id, from: day.nullable(), until: day.nullable() })).output(
    z.object({
      sections: z.array(
        z.object({
          section: z.enum(narrativeSections),
          text: z.string(),
          /** What was written for the period before, to begin with. */
          before: z.string(),
          clock: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Typing, coalesced; both days null: for the final report. */
  setNarrative: procedure
    .input(
      z.object({
        projectId: id,
        from: day.nullable(),
        until: day.nullable(),
        section: z.enum(narrativeSections),
        text: longText,
        base: base.optional(),
      }),
    )
    .output(z.object({ clock: z.string().nullable(), text: z.string(), merged: z.boolean(), conflict: z.boolean() })),
};

export const activityContract = {
  activities: procedure.input(activitiesFilter).output(
    z.object({
      total: z.number(),
      rows: z.array(activityRow),
      participants: z.number(),
      /** Where they were asked for by line: how many of the found ones stand under each, in the order of the rows. */
      lines: z.array(z.object({ lineId: id.nullable(), count: z.number() })),
    }),
  ),
  /** Ids of all that the filter finds in their order, for "mark all". */
  activityIds: procedure.input(activitiesFilter.omit({ offset: true, limit: true })).output(z.array(id)),
  activity: procedure.input(z.object({ id })).output(activityDetail),
  addActivity: procedure
    .input(activityFields.partial().extend({ projectId: id, territories: z.array(territory).max(2000).optional() }))
    .output(made),
  updateActivity: procedure
    .input(z.object({ id, patch: activityFields.partial(), base: base.optional() }))
    .output(z.object({ warnings: z.array(activityWarning) })),
  moveActivity: procedure.input(z.object({ id, lineId: id.nullable(), to: at })).output(done),
  removeActivities: procedure.input(z.object({ ids: z.array(id).min(1).max(5000) })).output(done),
  /** One act on many: what is given is set on each. */
  setActivities: procedure
    .input(
      z.object({
        ids: z.array(id).min(1).max(5000),
        patch: activityFields
          .pick({
            lineId: true,
            kind: true,
            status: true,
            statusReason: true,
            organiserId: true,
            actualFrom: true,
            actualUntil: true,
          })
          .partial(),
      }),
    )
    .output(done),
  /** Planned days later (or, negative, earlier); with `dependent` all that come after them, too. */
  shiftActivities: procedure
    .input(
      z.object({
        ids: z.array(id).min(1).max(5000),
        days: z.number().int().min(-3660).max(3660),
        /** Only the last day: a bar pulled at its end. */
        edge: z.enum(['both', 'start', 'end']),
        dependent: z.boolean(),
      }),
    )
    .output(z.object({ moved: z.number() })),
  /** Keeps today's plan as the baseline of all activities and milestones of a project, or forgets it. */
  setBaseline: procedure
    .input(z.object({ projectId: id, keep: z.boolean() }))
    .output(z.object({ activities: z.number() })),
  setPlaces: procedure
    .input(z.object({ id, places: z.array(z.object({ country, territory })).max(2000) }))
    .output(done),
  setPlaceState: procedure
    .input(
      z.object({
        id,
        placeIds: z.array(id).min(1).max(2000),
        status: z.enum(placeStatuses),
        heldOn: day.nullable(),
        outcome: longText.optional(),
      }),
    )
    .output(done),
  setParticipants: procedure
    .input(
      z.object({
        id,
        total: z.number().int().min(0).max(100_000_000).nullable(),
        rows: z.array(participantRow).max(1000),
      }),
    )
    .output(z.object({ warnings: z.array(activityWarning) })),
  addDependency: procedure
    .input(z.object({ activityId: id, afterId: id, lagDays: z.number().int().min(-3660).max(3660) }))
    .output(made),
  removeDependency: procedure.input(z.object({ id })).output(done),
  linkObligation: procedure.input(z.object({ id, obligationId: id })).output(done),
  unlinkObligation: procedure.input(z.object({ id, obligationId: id })).output(done),
  linkMeeting: procedure.input(z.object({ id, meetingId: id.nullable() })).output(done),
  /** Plans the meeting of a round table in a group, with the activity's day, place and title. */
  makeMeeting: procedure.input(z.object({ id, groupId: id })).output(z.object({ meetingId: id })),
  /** What a series would be; nothing is written. */
  previewSeries: procedure
    .input(seriesPlan)
    .output(z.object({ rows: z.array(seriesRow), skipped: z.array(z.object({ on: day, holiday: z.string() })) })),
  planSeries: procedure.input(seriesPlan).output(z.object({ ids: z.array(id) })),
  timeline: procedure.input(z.object({ projectId: id })).output(timelineView),
  coverage: procedure
    .input(z.object({ projectId: id, asOf: day.nullable(), kinds: z.array(z.enum(activityKinds)).max(20) }))
    .output(coverageView),
  attach: procedure
    .input(z.object({ ownerEntity: z.enum(['activity', 'deliverable', 'expense', 'project']), ownerId: id, ticket }))
    .output(made),
  detach: procedure.input(z.object({ id })).output(done),
  file: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),
};

export const indicatorContract = {
  indicators: procedure.input(z.object({ projectId: id })).output(z.array(indicatorRow)),
  /** Territories are named in the project's language unless another is asked for. */
  indicator: procedure.input(z.object({ id, language: language.optional() })).output(indicatorDetail),
  setTarget: procedure.input(z.object({ id, period: targetPeriod, value: scaled.nullable() })).output(done),
  /** Null takes the value away. One value for each indicator, period, territory and key. */
  setValue: procedure.input(indicatorValueFields).output(z.object({ id: id.nullable() })),
  indicatorValues: procedure
    .input(indicatorValuesFilter)
    .output(z.object({ total: z.number(), rows: z.array(indicatorValueRow) })),
};

export const moneyContract = {
  money: procedure.input(z.object({ projectId: id })).output(moneyView),
  expenses: procedure.input(expensesFilter).output(
    z.object({
      total: z.number(),
      rows: z.array(expenseRow),
      /** Of all that the filter finds, by the currency of the lines: `amount` was spent, `committed` was promised. */
      sums: z.array(z.object({ currency: z.string(), amount, committed: amount })),
    }),
  ),
  addExpense: procedure
    .input(expenseFields.partial().extend({ budgetLineId: id }))
    .output(z.object({ id, warnings: z.array(moneyWarning) })),
  updateExpense: procedure
    .input(z.object({ id, patch: expenseFields.partial(), base: base.optional() }))
    .output(z.object({ warnings: z.array(moneyWarning) })),
  removeExpense: procedure.input(z.object({ id })).output(done),
  programme: procedure.input(z.object({ projectId: id })).output(programmeView),
  setProgrammeYear: procedure
    .input(z.object({ taskId: id, year: z.number().int().min(1990).max(2100), value: line, amount: amount.nullable() }))
    .output(done),
};

export const projectFilesContract = {
  previewImport: procedure.input(projectImportSettings).output(projectImportPreview),
  /** Writes what the preview showed, as one change set that one undo takes back. */
  runImport: procedure
    .input(projectImportSettings.extend({ mapping: z.array(z.string().nullable()), skipLines: z.array(z.number()) }))
    .output(longWork(importResult)),
  /** One sheet a list, dates as dates, sums as formulas; in the project's language. */
  exportProject: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),
  exportActivities: procedure
    .input(activitiesFilter.omit({ offset: true, limit: true }).extend({ title: z.string().max(200), language }))
    .output(z.object({ ticket, name: z.string() })),
};

export const projectsContract = {
  ...planContract,
  ...activityContract,
  ...indicatorContract,
  ...moneyContract,
  ...projectFilesContract,
};
