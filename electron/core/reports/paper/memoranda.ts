import type { IsoDay } from '../../../../shared/dates.ts';
import { dayInWords, numbered, numericDay } from './meeting.ts';
import { said, type Paper, type Part } from './paper.ts';
import { oneLine } from './typography.ts';

/** «від 12.05.2016 № 5», what there is of it. */
export function dateAndNumberWords(paper: Paper, { signedOn, number }: { signedOn: IsoDay | null; number: string }): string {
  const { t, form } = paper;
  const date = signedOn === null ? '' : form === 'en' ? dayInWords(paper, signedOn) : numericDay(paper, signedOn);
  const n = oneLine(number) === '' ? '' : numbered(paper, number);
  if (date === '') return n;
  return n === '' ? t('memorandum.ofDay', { date }) : t('memorandum.ofDayAndNumber', { date, number: n });
}

/** «Меморандум про взаємодію … від 12.05.2016 № 5» */
export function memorandumReference(
  paper: Paper,
  memorandum: { title: string; signedOn: IsoDay | null; number: string },
): Part[] {
  const { t } = paper;
  const title = oneLine(memorandum.title);
  const kind = t('title.memorandum');
  const says = title.toLocaleLowerCase(paper.form).includes(kind.toLocaleLowerCase(paper.form));
  const of = dateAndNumberWords(paper, memorandum);
  return [
    ...(says ? [] : [title === '' ? kind : `${kind} `]),
    said(title),
    ...(of === '' ? [] : [` ${of}`]),
  ];
}
