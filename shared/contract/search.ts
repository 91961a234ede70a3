import * as z from 'zod';
import { day, id, line, procedure } from './base.ts';

/** What can be found; attachments by name and, of Word files, by their text. */
export const searchAreas = ['meetings', 'decisions', 'memoranda', 'projects', 'directory', 'files'] as const;
export const searchEntities = [
  'meeting',
  'agendaItem',
  'speech',
  'decision',
  'memorandum',
  'memorandumClause',
  'obligation',
  'project',
  'activity',
  'deliverable',
  'organisation',
  'person',
  'workingGroup',
  'attachment',
] as const;
export type SearchArea = (typeof searchAreas)[number];
export type SearchEntity = (typeof searchEntities)[number];

export const searchResult = z.object({
  entity: z.enum(searchEntities),
  id,
  area: z.enum(searchAreas),
  title: z.string(),
  /** A line of context: group, number, day. */
  context: z.string(),
  day: day.nullable(),
  /** A piece of the text around what was found, in parts. */
  snippet: z.array(z.object({ text: z.string(), marked: z.boolean() })),
  /** Where it opens: the meeting with its item, the memorandum, the project, the record itself. */
  place: z.object({
    meetingId: id.nullable(),
    itemId: id.nullable(),
    memorandumId: id.nullable(),
    projectId: id.nullable(),
    /** Of an attachment: the record it belongs to. */
    ownerEntity: z.string().nullable(),
    ownerId: id.nullable(),
  }),
});
export type SearchResult = z.infer<typeof searchResult>;

export const searchContract = {
  /** What is typed so far; the last word may be unfinished. Ranked, the best first. Never a syntax error. */
  find: procedure
    .input(
      z.object({
        text: z.string().max(100_000),
        areas: z.array(z.enum(searchAreas)).max(searchAreas.length),
        groupId: id.nullable(),
        from: day.nullable(),
        until: day.nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(100),
      }),
    )
    .output(
      z.object({
        /** Found in all; counted up to 1,000. */
        total: z.number(),
        results: z.array(searchResult),
        /** The words that were looked for, as they may be marked in a text: forms that matched. */
        words: z.array(line),
        /** The text was cut: nobody looks for more than 32 words. */
        cut: z.boolean(),
      }),
    ),
  /** The forms of these words in a text, as places to mark: [start, end) in UTF-16 units. */
  marks: procedure
    .input(z.object({ words: z.string().max(2000), text: z.string().max(500_000) }))
    .output(z.array(z.object({ start: z.number(), end: z.number() }))),
  /** Whether the index is whole; after an update of the program it is made anew, a little at a time. */
  state: procedure.output(z.object({ done: z.number(), total: z.number() })),
};
