import type { Paragraph } from 'docx';
import type { IsoDay } from '../../../../shared/dates.ts';
import { formatDay } from '../../../../shared/dates.ts';
import type { RepeatKind } from '../../../../shared/vocabulary.ts';
import type { Repetition } from '../../../../shared/rules/repetition.ts';
import type { RegisterFrame } from '../registerFrame.ts';
import { dayInWords, numbered, numericDay } from './meeting.ts';
import { isWoman, nameAtSignature, nameInText } from './names.ts';
import { said, type Paper, type Part } from './paper.ts';
import { signatureLine } from './signatures.ts';
import { inCapitals } from './titleBlock.ts';
import { oneLine, unbroken } from './typography.ts';

/** The group in the genitive (in English by its name); empty where nobody wrote the genitive, or there is no group. */
export const groupOf = ({ form }: Paper, { group }: Pick<RegisterFrame, 'group'>): string =>
  group === null ? '' : oneLine(form === 'en' ? group.name : group.nameGenitive);

/** The bodies whose paper it is: the agency, and the group where the title cannot name it. */
export function registerAuthors(paper: Paper, frame: Pick<RegisterFrame, 'organisation' | 'group'>): string[] {
  const group = frame.group !== null && groupOf(paper, frame) === '' ? [frame.group.name] : [];
  return [frame.organisation, ...group].map(oneLine).filter((name) => name !== '');
}

/**
 * The head of a paper over a register: author, kind, what it is about, and lines that say of which time and of which day.
 * @param input.about left out in Lithuanian, where the title says it
 */
export function registerHead(
  paper: Paper,
  frame: RegisterFrame,
  input: { title: string; about: string; lines: readonly (readonly Part[])[] },
): Paragraph[] {
  const { lines } = input;
  // A Lithuanian title begins with whose it is and ends in the kind of the paper.
  const title = [...(paper.form === 'lt' ? [groupOf(paper, frame)] : []), input.title]
    .filter((part) => part !== '')
    .join(' ');
  const about = paper.form === 'lt' ? '' : input.about;
  return [
    ...registerAuthors(paper, frame).map((name) => paper.line('Author', said(name))),
    paper.line('Title', inCapitals(paper, title), { spacing: { before: 240, after: about === '' ? 120 : 0 } }),
    ...(about === '' ? [] : [paper.line('Subtitle', about, { spacing: { before: 0, after: 80 } })]),
    ...lines.map((parts, index) =>
      paper.line('Place', parts, { spacing: { after: index === lines.length - 1 ? 200 : 0 } }),
    ),
  ];
}

/** «станом на 21 листопада 2026 року» */
export const asOf = (paper: Paper, day: IsoDay): string =>
  paper.t('register.asOf', { date: dayInWords(paper, day, paper.form === 'lv' ? 'locative' : undefined) });

/** «у період з 01 січня до 21 листопада 2026 року»; empty without either day. */
export function periodWords(paper: Paper, from: IsoDay | null, until: IsoDay | null): string {
  const { t, form } = paper;
  const first = from === null ? '' : unbroken(formatDay(from, form, 'document', 'genitive'));
  const last = until === null ? '' : unbroken(formatDay(until, form, 'document', 'dative'));
  if (first !== '' && last !== '') return t('register.between', { from: first, until: last });
  if (first !== '') return t('register.since', { from: first });
  return last === '' ? '' : t('register.upTo', { until: last });
}

/** «Протокол від 12.11.2026 № 7» */
export const minutesWords = (paper: Paper, meeting: { number: string; heldOn: IsoDay | null }): string =>
  paper.t('register.minutes', {
    date: paper.form === 'en' ? dayInWords(paper, meeting.heldOn) : numericDay(paper, meeting.heldOn),
    number: numbered(paper, meeting.number),
  });

type Periodic = Exclude<RepeatKind, 'none'>;

/** «щокварталу, до 5 числа наступного місяця»; empty where it comes only once. */
export function repetitionWords({ t }: Paper, { repeat, repeatDay }: Pick<Repetition, 'repeat' | 'repeatDay'>): string {
  if (repeat === 'none') return '';
  const often = t(`repeat.${repeat satisfies Periodic}`);
  return repeat === 'standing' || repeatDay === null ? often : `${often}, ${t('repeat.day', { day: repeatDay })}`;
}

const romans = ['I', 'II', 'III', 'IV'];

/** «IV квартал 2026 р.» of `2026-Q4`, also of a month, a half-year and a year. */
export function periodName({ t, form }: Paper, period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return t('period.year', { year });
  if (/^\d\d$/.test(part)) return formatDay(`${year}-${part}-01`, form, 'month');
  // Quarters and half-years bear Roman numbers in Ukrainian and Lithuanian.
  const place = part.slice(1);
  const n = form === 'uk' || form === 'lt' ? (romans[Number(place) - 1] ?? place) : place;
  const params = { year, n };
  return part.startsWith('Q') ? t('period.quarter', params) : t('period.half', params);
}

/** «прострочено на 12 днів» */
export const overdueWords = ({ t }: Paper, left: number | null): string =>
  left === null || left >= 0 ? t('state.overdue') : t('register.overdueBy', { count: -left });

/** The line of a signature: office of the group or the person's own position. */
export function registerSignature(paper: Paper, { signatory }: RegisterFrame): Paragraph[] {
  if (signatory === null) return [];
  const { person, office } = signatory;
  const woman = isWoman(person.name);
  const own = oneLine(person.position);
  const words =
    office === 'chair'
      ? paper.t(woman ? 'sign.groupChairFemale' : 'sign.groupChairMale')
      : office === 'secretary'
        ? paper.t(woman ? 'sign.groupSecretaryFemale' : 'sign.groupSecretaryMale')
        : own.charAt(0).toLocaleUpperCase(paper.form) + own.slice(1);
  return [signatureLine(paper, words, nameAtSignature(person.name, paper.form), { last: true })];
}

/** Who drew it up and how to reach them, small at the foot of a letter; nothing where no way is known. */
export function contactLine(paper: Paper, { contact }: RegisterFrame): Paragraph[] {
  if (contact === null) return [];
  const ways = [contact.phone, contact.email].map(oneLine).filter((way) => way !== '');
  if (ways.length === 0) return [];
  const name = nameInText(contact.person.name, paper.form);
  return [paper.line('Note', [said([name, ...ways].join(', '))], { spacing: { before: 480 } })];
}
