import type * as z from 'zod';
import { today } from '../../../shared/dates.ts';
import type { memorandumFields } from '../../../shared/contract/memorandumViews.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base } from '../ledger/write.ts';
import { requireDay, requireText } from '../meetings/checks.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { clausesOn } from './amendedText.ts';
import { insertClauses } from './clauses.ts';
import { readParties } from './content.ts';
import { replaces } from './facts.ts';
import { bundledLibrary } from './library.ts';
import { insertParty } from './parties.ts';
import { requireDraft, requireMemorandum, requireUnsigned, type MemorandumRecord } from './records.ts';
import { memorandum } from './tables.ts';

type MemorandumFields = z.infer<typeof memorandumFields>;
type MemorandumPatch = Sparse<MemorandumFields>;

export interface NewMemorandum {
  title: string;
  language: Language;
  groupId: string | null;
  from: 'template' | 'blank' | 'memorandum';
  copyFrom: string | null;
  supersedesId: string | null;
  organisationIds: readonly string[];
}

const clausesOfTemplate = (resources: string, language: Language) =>
  bundledLibrary(resources, language)
    .filter(({ usual }) => usual)
    .map(({ key, heading, text, numbered }) => ({ heading, text, numbered, libraryKey: key }));

/** The text of another memorandum as it reads today, without what amendments have repealed. */
const clausesOfOther = (reader: Reader, id: string, now: Date) =>
  clausesOn(reader, id, today(now))
    .filter(({ amended }) => amended?.change !== 'repeals')
    .map(({ heading, text, numbered, libraryKey }) => ({ heading, text, numbered, libraryKey }));

function requireGroup(reader: Reader, groupId: string | null | undefined) {
  if (groupId && !readOne(reader, 'SELECT 1 FROM working_group WHERE id = ? AND removed = 0', groupId))
    throw new AppError('notFound', { what: 'workingGroup' }, 'groupId');
}

/** Throws `notFound`, `supersedesItself`: directly or round about. */
function requireSupersedable(reader: Reader, id: string | null, supersedesId: string | null | undefined) {
  if (!supersedesId) return;
  requireMemorandum(reader, supersedesId, 'supersedesId');
  if (id !== null && replaces(reader, id, supersedesId)) throw new AppError('supersedesItself', {}, 'supersedesId');
}

/**
 * A new draft: with the clauses of the country's usual memorandum, without any, or with the text and parties of another
 * one. Throws `required`, `notFound`.
 */
export function createMemorandum(
  workspace: OpenWorkspace,
  author: Author,
  resources: string,
  input: NewMemorandum,
  now: Date,
): string {
  const { title, language, groupId, from, copyFrom, supersedesId, organisationIds } = input;
  requireText(title, 'title');
  requireGroup(workspace, groupId);
  requireSupersedable(workspace, null, supersedesId);
  if (from === 'memorandum' && copyFrom === null) throw new AppError('required', {}, 'copyFrom');
  const other = from === 'memorandum' && copyFrom !== null ? requireMemorandum(workspace, copyFrom, 'copyFrom') : null;
  const taken = other
    ? {
        subject: other.subject,
        legalBasis: other.legalBasis,
        place: other.place,
        validity: other.validity,
        renewMonths: other.renewMonths,
        noticeMonths: other.noticeMonths,
      }
    : {};
  const clauses = other
    ? clausesOfOther(workspace, other.id, now)
    : from === 'template'
      ? clausesOfTemplate(resources, language)
      : [];
  return workspace.ledger.write(author, { label: 'memoranda.create' }, (w) => {
    const id = w.insert(memorandum, { ...taken, title: title.trim(), language, groupId, supersedesId });
    const own = { id, language };
    const there = new Set<string>();
    for (const party of other ? readParties(workspace, other, now) : []) {
      if (party.organisationId !== null) there.add(party.organisationId);
      insertParty(w, workspace, own, {
        organisationId: party.organisationId,
        nameText: party.nameText,
        shortName: party.shortName,
        signatoryId: party.signatoryId,
        signatoryText: party.signatoryText,
        signatoryPosition: party.signatoryPosition,
        ground: party.ground,
        approvalNeeded: party.approvalNeeded === 1,
      });
    }
    for (const organisationId of new Set(organisationIds))
      if (!there.has(organisationId)) insertParty(w, workspace, own, { organisationId });
    insertClauses(w, id, clauses);
    return id;
  });
}

/** Free whatever the stage: where it belongs and what one notes about it. */
const alwaysFree = new Set<string>(['groupId', 'note']);
/** Free until it is signed: what is filled in while the agreed text goes round. */
const freeWhenAgreed = new Set<string>([...alwaysFree, 'number', 'place']);

function requireFree(record: MemorandumRecord, patch: MemorandumPatch) {
  const touched = Object.entries(patch).filter(([, value]) => value !== undefined);
  if (touched.some(([name]) => !alwaysFree.has(name))) requireUnsigned(record);
  if (touched.some(([name]) => !freeWhenAgreed.has(name))) requireDraft(record);
}

/**
 * Changes the fields of a memorandum. Days that do not fit together are findings before signing, not refusals: they are
 * typed one after the other. Throws `required`, `dayMalformed`, `notFound`, `supersedesItself`, `memorandumLocked`,
 * `memorandumAgreed`.
 */
export function updateMemorandum(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: MemorandumPatch; base?: Record<string, Base> | undefined },
) {
  const { id, patch, base } = input;
  requireFree(requireMemorandum(workspace, id), patch);
  if (patch.title !== undefined) requireText(patch.title, 'title');
  requireDay(patch.startsOn, 'startsOn');
  requireDay(patch.endsOn, 'endsOn');
  requireGroup(workspace, patch.groupId);
  requireSupersedable(workspace, id, patch.supersedesId);
  workspace.ledger.write(author, { label: 'memoranda.update' }, (w) => w.update(memorandum, id, patch, base));
}

/** Takes an unsigned memorandum away with all its parts; undo brings it back. Throws `memorandumLocked`. */
export function removeMemorandum(workspace: OpenWorkspace, author: Author, id: string) {
  requireUnsigned(requireMemorandum(workspace, id));
  workspace.ledger.write(author, { label: 'memoranda.remove' }, (w) => w.remove(memorandum, id));
}
