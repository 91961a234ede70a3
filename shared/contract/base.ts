import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { languages } from '../languages.ts';
import { idPattern } from '../ids.ts';

/** Every procedure of the contract begins here: what it refuses is data a page can put into words. */
export const procedure = oc.errors({
  /** The person can understand and mend it: `code` is a key of `errors.json`, `field` the input it belongs to. */
  REFUSED: {
    status: 422,
    data: z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      field: z.string().optional(),
    }),
  },
  /** A mistake of ours, logged under `id`. */
  UNEXPECTED: { status: 500, data: z.object({ id: z.string() }) },
});

export const id = z.string().regex(idPattern);
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** HH:MM */
export const time = z.string().regex(/^\d{2}:\d{2}$/);
export const instant = z.string().max(40);
export const language = z.enum(languages);
/** One line of a form. */
export const line = z.string().max(2_000);
/** A text of any length a person would type. */
export const longText = z.string().max(500_000);
/** Register → clock that the page had read (rule 2). */
export const base = z.record(z.string(), z.object({ clock: z.string().nullable(), text: z.string().optional() }));
export const clocks = z.record(z.string(), z.string());
export const done = z.object({});
export const ticket = z.string().min(1).max(100);

/** How far long work is; at the end it goes on for a while with what is derived from the records. */
const workProgress = z.object({ done: z.number(), total: z.number() });
export type WorkProgress = z.infer<typeof workProgress>;
/** Long work says how far it is and ends with its result. Leaving the stream or `workspace.stopWork` cancels it. */
export const longWork = <Result extends z.ZodType>(result: Result) => eventIterator(workProgress, result);
