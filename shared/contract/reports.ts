import * as z from 'zod';
import { meetingDocuments, memorandumStates } from '../vocabulary.ts';
import { day, done, id, instant, language, procedure, ticket } from './base.ts';

export const meetingReportRequest = z.object({
  report: z.enum(meetingDocuments),
  form: language,
  meetingId: id,
  /** For an extract. */
  decisionId: id.nullable(),
  /** For a correction. */
  correctionId: id.nullable(),
  /** For an invitation: one addressee; null makes one letter for all. */
  participantId: id.nullable(),
  /** For minutes that were signed more than once: one of the signatures; without it the one in force. */
  signatureId: id.nullable().optional(),
});
export type MeetingReportRequest = z.infer<typeof meetingReportRequest>;

/** The documents of the registers; each names what it is about. */
export const registerReportRequest = z.discriminatedUnion('report', [
  /** State of carrying out decisions; `from`–`until` are days of the meetings. */
  z.object({
    report: z.literal('decisionState'),
    form: language,
    by: z.enum(['meeting', 'organisation']),
    groupId: id.nullable(),
    organisationId: id.nullable(),
    meetingId: id.nullable(),
    from: day.nullable(),
    until: day.nullable(),
    /** Only what is not finished. */
    unfinished: z.boolean(),
  }),
  /** A letter to an organisation: what it owes, overdue first, and what is due by `until`. */
  z.object({
    report: z.literal('reminder'),
    form: language,
    organisationId: id,
    groupId: id.nullable(),
    until: day.nullable(),
  }),
  /** A version as it was kept; without one the text as it stands. */
  z.object({ report: z.literal('memorandum'), form: language, memorandumId: id, versionId: id.nullable() }),
  z.object({ report: z.literal('amendment'), form: language, memorandumId: id, amendmentId: id }),
  z.object({
    report: z.literal('memorandumRegister'),
    form: language,
    states: z.array(z.enum(memorandumStates)).max(7),
    groupId: id.nullable(),
  }),
  /** Of one memorandum, or of all in force. */
  z.object({ report: z.literal('obligationState'), form: language, memorandumId: id.nullable() }),
]);
export type RegisterReportRequest = z.infer<typeof registerReportRequest>;

/** The documents of a project, in the words of `form` whatever the project's language. */
export const projectReportRequest = z.discriminatedUnion('report', [
  z.object({ report: z.literal('projectPassport'), form: language, projectId: id }),
  /** What was planned and what happened from the first to the last day. */
  z.object({ report: z.literal('progressReport'), form: language, projectId: id, from: day, until: day }),
  z.object({ report: z.literal('coverageReport'), form: language, projectId: id, asOf: day.nullable() }),
  z.object({ report: z.literal('finalReport'), form: language, projectId: id }),
  z.object({ report: z.literal('programmeAnnex'), form: language, projectId: id }),
]);
export type ProjectReportRequest = z.infer<typeof projectReportRequest>;

export const reportRequest = z.union([meetingReportRequest, registerReportRequest, projectReportRequest]);
export type ReportRequest = z.infer<typeof reportRequest>;

export const reportsContract = {
  /** The very file, for the preview on screen. */
  preview: procedure.input(reportRequest).output(
    z.object({
      name: z.string(),
      base64: z.string(),
      draft: z.boolean(),
      /** Signed minutes in whose place others are in force. */
      superseded: z.boolean(),
      milliseconds: z.number(),
    }),
  ),
  /** Makes the file, notes it in the library and gives the door's ticket for it. */
  export: procedure.input(reportRequest).output(z.object({ ticket, name: z.string() })),
  library: procedure.output(
    z.array(
      z.object({
        id,
        title: z.string(),
        fileName: z.string(),
        /** What it is about in words of the records; empty for a whole register. */
        subject: z.string(),
        /** What made it, to make it anew. */
        request: reportRequest,
        exportedAt: instant,
        sha256: z.string(),
        /** The records it was made from have changed since. */
        outdated: z.boolean(),
      }),
    ),
  ),
  /** Any list of the screen as a workbook. */
  exportList: procedure
    .input(
      z.object({
        title: z.string().max(200),
        columns: z
          .array(z.object({ header: z.string().max(200), kind: z.enum(['text', 'number', 'date']) }))
          .min(1)
          .max(100),
        rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).max(100_000),
      }),
    )
    .output(z.object({ ticket, name: z.string() })),
  removeFromLibrary: procedure.input(z.object({ id })).output(done),
};
