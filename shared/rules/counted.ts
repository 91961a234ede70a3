import * as z from 'zod';
import { idPattern } from '../ids.ts';
import { activityKinds, meetingKinds, participantDimensions } from '../vocabulary.ts';

const within = {
  /** Code of a territory with all below it; null: everywhere. */
  territory: z.string().max(40).nullable(),
};

/** What a counted indicator counts, and of which records: kept with the indicator, said in words beside its figure. */
export const countRule = z.discriminatedUnion('count', [
  /** Activities of the project that were held. No kinds: all of them. */
  z.object({ count: z.literal('activities'), kinds: z.array(z.enum(activityKinds)).max(20), ...within }),
  /** Meetings of a group that were held (all but planned and cancelled ones). */
  z.object({
    count: z.literal('meetings'),
    groupId: z.string().regex(idPattern).nullable(),
    kinds: z.array(z.enum(meetingKinds)).max(20),
  }),
  /** Participants of the held activities; with a dimension only those of that key. */
  z.object({
    count: z.literal('participants'),
    kinds: z.array(z.enum(activityKinds)).max(20),
    dimension: z.enum(participantDimensions).nullable(),
    key: z.string().max(200),
    ...within,
  }),
  /** Decisions of a group's held meetings. */
  z.object({
    count: z.literal('decisions'),
    groupId: z.string().regex(idPattern).nullable(),
    done: z.boolean(),
  }),
  /** Different municipalities that a held activity of these kinds has reached. */
  z.object({ count: z.literal('communities'), kinds: z.array(z.enum(activityKinds)).max(20), ...within }),
]);
export type CountRule = z.infer<typeof countRule>;
