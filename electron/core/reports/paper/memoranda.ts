import type { IsoDay } from '../../../../shared/dates.ts';
import { dayInWords, numbered, numericDay } from './meeting.ts';
import { said, type Paper, type Part } from './paper.ts';
import { oneLine } from './typography.ts';

/** «від 12.05.2016 № 5», what there is of it. */
export function dateAndNumberWords(
  paper: Paper,
  { signedOn, number }: { signedOn: IsoDay | null; number: string },
): string {
  const { t, form } = paper;
  const date = signedOn === null ? '' : form === 'en' ? dayInWords(paper, signedOn) : numericDay(paper, signedOn);
  const n = oneLine(number) === '' ? '' : numbered(paper, number);
  if (date === '') return n;
  return n === '' ? t('memorandum.ofDay', { date }) : t('memorandum.ofDayAndNumber', { date, number: n });
}

/**
 * «Меморандум про взаємодію … від 12.05.2016 № 5»
 * @param kind the word for the kind, in the case that the sentence needs
 */
export function memorandumReference(
  paper: Paper,
  memorandum: { title: string; signedOn: IsoDay | null; number: string },
  kind: 'title.memorandum' | 'memorandum.kindGenitive' = 'title.memorandum',
): Part[] {
  const { t, form } = paper;
  const low = (text: string): string => text.toLocaleLowerCase(form);
  const title = oneLine(memorandum.title);
  const [word, plain] = [t(kind), t('title.memorandum')];
  const begins = low(title).startsWith(low(plain));
  const rest = begins ? title.slice(plain.length).trim() : title;
  const named = !begins && low(title).includes(low(plain));
  const of = dateAndNumberWords(paper, memorandum);
  // Lithuanian and Latvian set the day and the number apart.
  const apart = form === 'lt' || form === 'lv' ? ` (${of})` : ` ${of}`;
  return [
    ...(named ? [] : [rest === '' ? word : `${word} `]),
    ...(rest === '' ? [] : [said(rest)]),
    ...(of === '' ? [] : [apart]),
  ];
}
