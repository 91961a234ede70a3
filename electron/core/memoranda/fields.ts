import type { TFunction } from 'i18next';
import { formatDay, type IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { beginningOf } from '../../../shared/rules/memorandumLifecycle.ts';
import type { RepeatKind } from '../../../shared/vocabulary.ts';
import { wordsOf } from '../words.ts';
import type { Party } from './content.ts';
import type { MemorandumRecord } from './records.ts';

/** What the field of an obligation needs. */
export interface DatedObligation {
  dueOn: IsoDay | null;
  repeat: RepeatKind;
  repeatDay: number | null;
}

/** The words that stand in the text of memoranda itself, in the memorandum's language. */
export const textWords = (resources: string, language: Language): TFunction =>
  wordsOf(resources, language, 'memorandumText');

function partyWords(t: TFunction, party: Party): { words: string; closed: boolean } {
  let words = party.name;
  if (party.short !== '' && party.short !== party.name)
    words = t('party.called', { party: words, shortName: party.short });
  const position = party.signatoryPosition || party.position;
  const signatory = [position, party.signatoryInText].filter(Boolean).join(' ');
  if (signatory !== '') words = t('party.represented', { party: words, signatory });
  if (party.ground !== '') words = t('party.ground', { party: words, ground: party.ground });
  return { words, closed: party.ground !== '' };
}

/** All parties as a sentence of the preamble has them: «А (далі – Б) в особі …, що діє на підставі …, та …». */
function sentence(t: TFunction, parties: readonly Party[]): string {
  const all = parties.filter(({ name }) => name !== '').map((party) => partyWords(t, party));
  const [first, ...rest] = all;
  if (first === undefined) return '';
  return rest.reduce((so, next, index) => {
    const isLast = index === rest.length - 1;
    const join = isLast ? (so.closed ? 'party.andAfterClause' : 'party.and') : 'party.comma';
    return { words: t(join, { first: so.words, last: next.words }), closed: next.closed };
  }, first).words;
}

function approvalWords(t: TFunction, { approvalNumber, approvalOn }: Party, language: Language): string {
  if (approvalNumber === '' || approvalOn === null) return '';
  return t('approval', { day: formatDay(approvalOn, language), number: approvalNumber });
}

/** «до 01.03.2028» has the day alone; a periodic one says how often and until when. */
function dueWords(t: TFunction, { dueOn, repeat, repeatDay }: DatedObligation, language: Language): string {
  if (repeat === 'none') return dueOn === null ? '' : formatDay(dueOn, language);
  if (repeat === 'standing') return t('due.standing');
  return repeatDay === null ? t(`due.${repeat}End`) : t(`due.${repeat}`, { day: repeatDay });
}

/**
 * The value of every field that the text of a memorandum can name, by its key, in the memorandum's language; empty: not
 * filled in.
 */
export function fieldValues(
  resources: string,
  record: MemorandumRecord,
  parties: readonly Party[],
  obligations: readonly DatedObligation[],
): Record<string, string> {
  const { language } = record;
  const t = textWords(resources, language);
  const day = (value: IsoDay | null): string => (value === null ? '' : formatDay(value, language, 'document'));
  const months = (count: number | null, key: string): string => (count === null ? '' : t(key, { count }));
  const { renewMonths } = record;
  const values: Record<string, string> = {
    place: record.place,
    number: record.number,
    signedOn: day(record.signedOn),
    startsOn: day(beginningOf(record)),
    // Latvian: in the nominative, for a sentence cannot know the preposition before it.
    endsOn:
      record.validity === 'openEnded' || record.endsOn === null
        ? ''
        : formatDay(record.endsOn, language, 'document', 'nominative'),
    noticeMonths: months(record.noticeMonths, 'notice'),
    renewMonths:
      renewMonths !== null && renewMonths % 12 === 0
        ? months(renewMonths / 12, 'renewYears')
        : months(renewMonths, 'renewMonths'),
    subject: record.subject,
    legalBasis: record.legalBasis,
    parties: sentence(t, parties),
  };
  for (const [index, party] of parties.entries()) {
    const key = `party.${index + 1}`;
    values[`${key}.name`] = party.name;
    values[`${key}.shortName`] = party.short;
    values[`${key}.signatory`] = party.signatoryInText;
    values[`${key}.position`] = party.signatoryPosition || party.position;
    values[`${key}.ground`] = party.ground;
    values[`${key}.approval`] = approvalWords(t, party, language);
  }
  for (const [index, obligation] of obligations.entries())
    values[`obligation.${index + 1}.due`] = dueWords(t, obligation, language);
  return values;
}
