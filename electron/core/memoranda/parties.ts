import type * as z from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { partyFields } from '../../../shared/contract/memorandumViews.ts';
import type { Language } from '../../../shared/languages.ts';
import { keyAtEnd, moveTo } from '../../../shared/rules/order.ts';
import type { Sparse } from '../../../shared/sparse.ts';
import type { OrganisationKind } from '../../../shared/vocabulary.ts';
import type { Author } from '../ledger/ledger.ts';
import type { Base, Writer } from '../ledger/write.ts';
import { requireDay } from '../meetings/checks.ts';
import { readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { memorandumOf, placed, requireDraft, requireMemorandum, requireUnsigned } from './records.ts';
import { memorandumParty } from './tables.ts';

export type PartyFields = Sparse<z.infer<typeof partyFields>>;

function requireSound(reader: Reader, memorandumId: string, fields: PartyFields, partyId: string | null) {
  requireDay(fields.approvalOn, 'approvalOn');
  requireDay(fields.agreedOn, 'agreedOn');
  if (!fields.organisationId) return;
  const twin = readOne(
    reader,
    `SELECT 1 FROM memorandum_party WHERE memorandumId = ? AND organisationId = ? AND id <> ? AND removed = 0`,
    memorandumId,
    fields.organisationId,
    partyId ?? '',
  );
  if (twin) throw new AppError('partyTwice', {}, 'organisationId');
}

/** What a party begins with: the text calls it by its short name; a Ukrainian council approves by a decision. */
function usual(reader: Reader, language: Language, organisationId: string | null | undefined): PartyFields {
  if (!organisationId) return {};
  const row = readOne<{ shortName: string; kind: OrganisationKind }>(
    reader,
    'SELECT shortName, kind FROM organisation WHERE id = ?',
    organisationId,
  );
  return { shortName: row?.shortName ?? '', approvalNeeded: language === 'uk' && row?.kind === 'localAuthority' };
}

/** Inserts a party at the end. */
export function insertParty(
  w: Writer,
  reader: Reader,
  memorandum: { id: string; language: Language },
  fields: PartyFields,
): string {
  const { key, rekeyed } = keyAtEnd(placed(reader, 'memorandum_party', memorandum.id));
  for (const twin of rekeyed) w.update(memorandumParty, twin.id, { sortKey: twin.key });
  const first = usual(reader, memorandum.language, fields.organisationId);
  return w.insert(memorandumParty, { ...first, ...fields, memorandumId: memorandum.id, sortKey: key });
}

/** A party needs an organisation of the directory or a name. Throws `required`, `partyTwice`, `notFound`, `memorandumLocked`, `memorandumAgreed`, `dayMalformed`. */
export function addParty(
  workspace: OpenWorkspace,
  author: Author,
  input: PartyFields & { memorandumId: string },
): string {
  const { memorandumId, ...fields } = input;
  const memorandum = requireMemorandum(workspace, memorandumId);
  requireDraft(memorandum);
  if (!fields.organisationId && !fields.nameText?.trim()) throw new AppError('required', {}, 'organisationId');
  requireSound(workspace, memorandumId, fields, null);
  return workspace.ledger.write(author, { label: 'memoranda.addParty' }, (w) =>
    insertParty(w, workspace, memorandum, fields),
  );
}

/** What is still filled in while the agreed text goes round: who signs, on what ground, the approval of the council. */
const freeWhenAgreed = new Set<string>([
  'signatoryId',
  'signatoryText',
  'signatoryPosition',
  'ground',
  'approvalNeeded',
  'approvalNumber',
  'approvalOn',
  'agreedOn',
]);

/** Throws `notFound`, `partyTwice`, `memorandumLocked`, `memorandumAgreed`, `dayMalformed`. */
export function updateParty(
  workspace: OpenWorkspace,
  author: Author,
  input: { id: string; patch: PartyFields; base?: Record<string, Base> | undefined },
) {
  const memorandum = memorandumOf(workspace, 'memorandumParty', input.id);
  requireUnsigned(memorandum);
  const touched = Object.entries(input.patch).filter(([, value]) => value !== undefined);
  if (touched.some(([name]) => !freeWhenAgreed.has(name))) requireDraft(memorandum);
  requireSound(workspace, memorandum.id, input.patch, input.id);
  workspace.ledger.write(author, { label: 'memoranda.updateParty' }, (w) =>
    w.update(memorandumParty, input.id, input.patch, input.base),
  );
}

/** Puts a party to a place, counted from 0. */
export function moveParty(workspace: OpenWorkspace, author: Author, input: { id: string; to: number }) {
  const memorandum = memorandumOf(workspace, 'memorandumParty', input.id);
  requireDraft(memorandum);
  workspace.ledger.write(author, { label: 'memoranda.moveParty' }, (w) => {
    for (const moved of moveTo(placed(workspace, 'memorandum_party', memorandum.id), input.id, input.to))
      w.update(memorandumParty, moved.id, { sortKey: moved.key });
  });
}

/** Throws `partyHasObligations`: they would belong to nobody. */
export function removeParty(workspace: OpenWorkspace, author: Author, id: string) {
  requireDraft(memorandumOf(workspace, 'memorandumParty', id));
  const row = readOne<{ n: number }>(
    workspace,
    'SELECT count(*) AS n FROM obligation WHERE partyId = ? AND removed = 0',
    id,
  );
  if (row && row.n > 0) throw new AppError('partyHasObligations', { count: row.n });
  workspace.ledger.write(author, { label: 'memoranda.removeParty' }, (w) => w.remove(memorandumParty, id));
}
