import type { MemorandumDetail, ObligationRow, PartyView } from '../../../shared/contract/memoranda.ts';
import { client } from '../../ui/core/client.ts';

export const ownFields = [
  'place',
  'number',
  'startsOn',
  'endsOn',
  'noticeMonths',
  'renewMonths',
  'subject',
  'legalBasis',
] as const;
export type OwnField = (typeof ownFields)[number];

export const partyFieldNames = ['name', 'shortName', 'signatory', 'position', 'ground', 'approval'] as const;
export type PartyFieldName = (typeof partyFieldNames)[number];

/** What a key of a field in the text stands for, and where its value lives. */
export type FieldMeaning =
  | { kind: 'own'; field: OwnField }
  | { kind: 'signing' }
  | { kind: 'parties' }
  | { kind: 'party'; n: number; party: PartyView | undefined; field: PartyFieldName }
  | { kind: 'obligation'; n: number; obligation: ObligationRow | undefined }
  | { kind: 'hole' };

/** What kind of words a field takes. */
export type FieldInput = 'day' | 'months' | 'line' | 'text';

const isOf = <T extends string>(all: readonly T[], value: string | undefined): value is T =>
  all.some((one) => one === value);

/** Reads the key of a field; what names nothing known is a hole, filled by the words themselves. */
export const meaningOf = (key: string, memorandum: MemorandumDetail): FieldMeaning => {
  if (isOf(ownFields, key)) return { kind: 'own', field: key };
  if (key === 'signedOn') return { kind: 'signing' };
  if (key === 'parties') return { kind: 'parties' };
  const [entity, place, field] = key.split('.');
  const n = Number(place);
  if (entity === 'party' && Number.isInteger(n) && isOf(partyFieldNames, field))
    return { kind: 'party', n, party: memorandum.partyRows[n - 1], field };
  if (entity === 'obligation' && Number.isInteger(n) && field === 'due')
    return { kind: 'obligation', n, obligation: memorandum.obligationRows.find((one) => one.n === n) };
  return { kind: 'hole' };
};

export const inputOf = (meaning: FieldMeaning): FieldInput | null => {
  switch (meaning.kind) {
    case 'own':
      if (meaning.field === 'startsOn' || meaning.field === 'endsOn') return 'day';
      if (meaning.field === 'noticeMonths' || meaning.field === 'renewMonths') return 'months';
      return meaning.field === 'subject' || meaning.field === 'legalBasis' ? 'text' : 'line';
    case 'party':
      return meaning.party !== undefined && ['shortName', 'position', 'ground'].includes(meaning.field) ? 'line' : null;
    case 'obligation':
      return meaning.obligation === undefined ? null : 'day';
    case 'hole':
      return 'line';
    case 'signing':
    case 'parties':
      return null;
  }
};

const asText = (value: string | number | null): string => (value === null ? '' : String(value));

/** The value as it is stored, for editing: a day as `YYYY-MM-DD`, months as a number. */
export const storedValue = (meaning: FieldMeaning, memorandum: MemorandumDetail): string => {
  if (meaning.kind === 'own') {
    const { field } = meaning;
    if (field === 'startsOn') return asText(memorandum.ownStartsOn);
    if (field === 'endsOn') return asText(memorandum.ownEndsOn);
    return asText(memorandum[field]);
  }
  if (meaning.kind === 'party' && meaning.party !== undefined) {
    if (meaning.field === 'shortName') return meaning.party.shortName;
    if (meaning.field === 'position') return meaning.party.signatoryPosition;
    if (meaning.field === 'ground') return meaning.party.ground;
  }
  if (meaning.kind === 'obligation') return asText(meaning.obligation?.dueOn ?? null);
  return '';
};

const orNull = (value: string): string | null => (value === '' ? null : value);

/** Stores the value of a field where it belongs. */
export const saveValue = async (meaning: FieldMeaning, value: string, memorandum: MemorandumDetail): Promise<void> => {
  const { id } = memorandum;
  if (meaning.kind === 'own') {
    const { field } = meaning;
    if (field === 'noticeMonths' || field === 'renewMonths')
      await client.memoranda.update({ id, patch: { [field]: value === '' ? null : Number(value) } });
    else if (field === 'startsOn' || field === 'endsOn')
      await client.memoranda.update({ id, patch: { [field]: orNull(value) } });
    else await client.memoranda.update({ id, patch: { [field]: value } });
  }
  if (meaning.kind === 'party' && meaning.party !== undefined) {
    const field = meaning.field === 'position' ? 'signatoryPosition' : meaning.field;
    await client.memoranda.updateParty({ id: meaning.party.id, patch: { [field]: value } });
  }
  if (meaning.kind === 'obligation' && meaning.obligation !== undefined)
    await client.memoranda.updateObligation({ id: meaning.obligation.id, patch: { dueOn: orNull(value) } });
};
