import * as z from 'zod';
import { executionStatuses } from '../vocabulary.ts';
import { periodName } from './decisionRegister.ts';
import { base, day, done, id, language, line, longText, procedure, ticket } from './base.ts';
import {
  amendedClauseFields,
  clauseFields,
  comparison,
  libraryEntry,
  memorandumDetail,
  memorandumFields,
  memorandaFilter,
  memorandaPage,
  memorandumText,
  obligationDetail,
  obligationFields,
  partyFields,
  versionView,
} from './memorandumViews.ts';

export * from './memorandumViews.ts';

const place = z.number().int().min(0);

export const memorandaContract = {
  list: procedure.input(memorandaFilter).output(memorandaPage),
  get: procedure.input(z.object({ id })).output(memorandumDetail),
  create: procedure
    .input(
      z.object({
        title: line.min(1),
        language,
        groupId: id.nullable(),
        /** The clauses it begins with: those of the country's usual memorandum, none, or another one's text and parties. */
        from: z.enum(['template', 'blank', 'memorandum']),
        copyFrom: id.nullable(),
        /** Replaces this one from its first day in force. */
        supersedesId: id.nullable(),
        organisationIds: z.array(id).max(50),
      }),
    )
    .output(z.object({ id })),
  update: procedure.input(z.object({ id, patch: memorandumFields.partial(), base: base.optional() })).output(done),
  remove: procedure.input(z.object({ id })).output(done),

  addParty: procedure.input(partyFields.partial().extend({ memorandumId: id })).output(z.object({ id })),
  updateParty: procedure.input(z.object({ id, patch: partyFields.partial(), base: base.optional() })).output(done),
  moveParty: procedure.input(z.object({ id, to: place })).output(done),
  removeParty: procedure.input(z.object({ id })).output(done),

  addClause: procedure
    .input(clauseFields.partial().extend({ memorandumId: id, at: place.nullable(), libraryKey: line.optional() }))
    .output(z.object({ id })),
  /** Typing in the editor: coalesced, with what the page had read. */
  updateClause: procedure
    .input(z.object({ id, patch: clauseFields.partial(), base: base.optional() }))
    .output(z.object({ clock: z.string().nullable(), text: z.string(), merged: z.boolean(), conflict: z.boolean() })),
  moveClause: procedure.input(z.object({ id, to: place })).output(done),
  removeClause: procedure.input(z.object({ id })).output(done),

  /** Bundled clauses of a language in the order of its usual memorandum, then the agency's own. */
  library: procedure.input(z.object({ language })).output(z.array(libraryEntry)),
  addLibraryClause: procedure
    .input(z.object({ language, heading: line.min(1), text: longText.min(1) }))
    .output(z.object({ id })),
  updateLibraryClause: procedure
    .input(z.object({ id, patch: z.object({ heading: line, text: longText }).partial() }))
    .output(done),
  removeLibraryClause: procedure.input(z.object({ id })).output(done),

  addObligation: procedure
    .input(obligationFields.partial().extend({ memorandumId: id, partyId: id, text: longText.min(1) }))
    .output(z.object({ id })),
  updateObligation: procedure
    .input(z.object({ id, patch: obligationFields.partial(), base: base.optional() }))
    .output(done),
  moveObligation: procedure.input(z.object({ id, to: place })).output(done),
  removeObligation: procedure.input(z.object({ id })).output(done),
  obligation: procedure.input(z.object({ id })).output(obligationDetail),
  /** Carrying out, free after signing; `period` for one period of a periodic one. */
  setObligationState: procedure
    .input(z.object({ id, period: periodName.nullable(), status: z.enum(executionStatuses), doneOn: day.nullable() }))
    .output(done),
  addObligationNote: procedure.input(z.object({ id, notedOn: day, text: longText.min(1) })).output(z.object({ id })),
  removeObligationNote: procedure.input(z.object({ id })).output(done),
  linkDecision: procedure.input(z.object({ id, decisionId: id })).output(done),
  unlinkDecision: procedure.input(z.object({ id, decisionId: id })).output(done),

  /** Sent for agreement: the text is kept as a version. */
  keepVersion: procedure.input(z.object({ id, label: line })).output(z.object({ id })),
  versions: procedure.input(z.object({ id })).output(z.array(versionView)),
  version: procedure.input(z.object({ id })).output(memorandumText),
  /** Word by word; `left` and `right` are ids of versions or of memoranda (their text as it stands). */
  compare: procedure.input(z.object({ left: id, right: id })).output(comparison),

  /** What is still missing, at its place. `blocking`: it cannot be signed so. */
  readiness: procedure.input(z.object({ id })).output(
    z.object({
      filled: z.number(),
      fields: z.number(),
      findings: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          blocking: z.boolean(),
          entity: z.enum(['memorandum', 'memorandumParty', 'memorandumClause', 'obligation']),
          rowId: id,
          field: z.string(),
        }),
      ),
    }),
  ),
  /** All parties have agreed to the text; keeps a version. */
  agree: procedure.input(z.object({ id, on: day })).output(done),
  /** Back to the draft, where something is still to be changed. */
  reopen: procedure.input(z.object({ id })).output(done),
  /** Keeps a version and locks the text. The supersession and the coming into force follow from the days. */
  sign: procedure
    .input(z.object({ id, on: day, number: line, startsOn: day.nullable(), place: line.optional() }))
    .output(z.object({ versionId: id, hash: z.string() })),
  terminate: procedure.input(z.object({ id, on: day, reason: longText.min(1) })).output(done),
  /** Takes a termination back. */
  reinstate: procedure.input(z.object({ id })).output(done),
  /** Puts the end of its term on the agenda of a planned meeting. */
  proposeAgendaItem: procedure.input(z.object({ id, meetingId: id })).output(z.object({ itemId: id })),

  addAmendment: procedure.input(z.object({ memorandumId: id, title: line })).output(z.object({ id })),
  updateAmendment: procedure
    .input(z.object({ id, patch: z.object({ title: line, note: longText }).partial(), base: base.optional() }))
    .output(done),
  addAmendedClause: procedure.input(amendedClauseFields.extend({ amendmentId: id })).output(z.object({ id })),
  updateAmendedClause: procedure
    .input(z.object({ id, patch: amendedClauseFields.partial(), base: base.optional() }))
    .output(done),
  removeAmendedClause: procedure.input(z.object({ id })).output(done),
  signAmendment: procedure.input(z.object({ id, on: day, number: line, startsOn: day.nullable() })).output(done),
  removeAmendment: procedure.input(z.object({ id })).output(done),

  /** Scanned copies (image or PDF, by their content) of memoranda and amendments; evidence of obligations, any file. */
  attach: procedure
    .input(
      z.object({
        ownerEntity: z.enum(['memorandum', 'amendment', 'obligation', 'obligationNote']),
        ownerId: id,
        ticket,
      }),
    )
    .output(z.object({ id })),
  detach: procedure.input(z.object({ id })).output(done),
  file: procedure.input(z.object({ id })).output(z.object({ ticket, name: z.string() })),

  /** The register as it is filtered, as a workbook; a ticket for the door. */
  exportRegister: procedure
    .input(memorandaFilter.omit({ offset: true, limit: true }).extend({ title: z.string().max(200) }))
    .output(z.object({ ticket, name: z.string() })),
};
