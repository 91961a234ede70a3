import * as z from 'zod';
import { meetingDocuments } from '../vocabulary.ts';
import { done, id, instant, language, procedure, ticket } from './base.ts';

export const reportRequest = z.object({
  report: z.enum(meetingDocuments),
  form: language,
  meetingId: id,
  /** For an extract. */
  decisionId: id.nullable(),
  /** For a correction. */
  correctionId: id.nullable(),
  /** For an invitation: one addressee; null makes one letter for all. */
  participantId: id.nullable(),
});
export type ReportRequest = z.infer<typeof reportRequest>;

export const reportsContract = {
  /** The very file, for the preview on screen. */
  preview: procedure
    .input(reportRequest)
    .output(z.object({ name: z.string(), base64: z.string(), draft: z.boolean(), milliseconds: z.number() })),
  /** Makes the file, notes it in the library and gives the door's ticket for it. */
  export: procedure.input(reportRequest).output(z.object({ ticket, name: z.string() })),
  library: procedure.output(
    z.array(
      z.object({
        id,
        title: z.string(),
        fileName: z.string(),
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
