import { TabStopType, type Paragraph } from 'docx';
import type { IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { textWidth, twips } from './look.ts';
import { atTime, authors, dayInWords, heading, numbered, numericDay, type MeetingHead } from './meeting.ts';
import { said, type Paper } from './paper.ts';
import { oneLine } from './typography.ts';

/** What stands at the top of a paper. */
export interface TitleBlock {
  head: MeetingHead;
  /** The kind of the paper: `Протокол`. */
  title: string;
  /** The number of the minutes; null for papers that have none. */
  number: string | null;
  /** Says the hour as well: for papers that go out before the meeting. */
  withTime?: boolean;
  landscape?: boolean;
}

type Write = (paper: Paper, block: TitleBlock) => Paragraph[];

const authorLines = (paper: Paper, head: MeetingHead): Paragraph[] =>
  authors(paper, head).map((name) => paper.line('Author', said(name)));

const subjectLine = (paper: Paper, { title }: MeetingHead): Paragraph[] =>
  oneLine(title) === '' ? [] : [paper.line('Subtitle', said(oneLine(title)))];

const placeLine = (paper: Paper, { place }: MeetingHead): Paragraph[] => {
  const text = oneLine(place);
  return [paper.line('Place', text === '' ? [] : said(text))];
};

const atRightEdge = (paper: Paper, landscape = false) => ({
  tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth(paper.look, landscape)) }],
});

const beginning = (paper: Paper, { head, withTime }: TitleBlock): string =>
  withTime && head.startsAt !== null ? paper.t('time.beginning', { at: atTime(paper, head.startsAt) }) : '';

/** The kind in capitals: by the style where the whole title has them, else letter by letter. */
export const inCapitals = ({ form }: Paper, kind: string): string =>
  form === 'uk' || form === 'lt' ? kind : kind.toLocaleUpperCase(form);

/** DSTU 4163:2020: kind in the middle, date at the left margin, number at the right edge, then place and heading. */
const uk: Write = (paper, block) => {
  const { head, title, number, landscape } = block;
  const right = number === null ? beginning(paper, block) : numbered(paper, number);
  return [
    ...authorLines(paper, head),
    paper.line('Title', title),
    paper.line(
      'DateLine',
      `${dayInWords(paper, head.heldOn)}${right === '' ? '' : `\t${right}`}`,
      atRightEdge(paper, landscape),
    ),
    ...placeLine(paper, head),
    paper.line('Subtitle', heading(paper, head)),
    ...subjectLine(paper, head),
  ];
};

/** A day and a number under a title that the form's own block does not fit. */
export const dateAndNumber = (paper: Paper, day: IsoDay | null, number: string): Paragraph =>
  paper.form === 'lt'
    ? paper.line('DateLine', `${numericDay(paper, day)} ${numbered(paper, number)}`)
    : paper.line('DateLine', `${dayInWords(paper, day)}\t${numbered(paper, number)}`, atRightEdge(paper));

/** V-117: author in bold capitals, the title ends in the kind (`… POSĖDŽIO PROTOKOLAS`), date and number, then place. */
const lt: Write = (paper, block) => {
  const { head, title, number } = block;
  const day = numericDay(paper, head.heldOn);
  const begins = beginning(paper, block);
  const after = number === null ? (begins === '' ? '' : `, ${begins}`) : ` ${numbered(paper, number)}`;
  return [
    ...authorLines(paper, head),
    paper.line('Title', `${heading(paper, head)} ${title.toLocaleLowerCase('lt')}`),
    ...subjectLine(paper, head),
    paper.line('DateLine', `${day}${after}`),
    ...placeLine(paper, head),
  ];
};

/** Regulation 558: kind with its number, then place and date. */
const lv: Write = (paper, block) => {
  const { head, title, number, landscape } = block;
  const begins = beginning(paper, block);
  const day = `${dayInWords(paper, head.heldOn)}${begins === '' ? '' : `, ${begins}`}`;
  return [
    ...authorLines(paper, head),
    paper.line('Title', `${inCapitals(paper, title)}${number === null ? '' : ` ${numbered(paper, number)}`}`),
    paper.line('Subtitle', heading(paper, head)),
    ...subjectLine(paper, head),
    paper.line('DateLine', [said(oneLine(head.place)), `\t${day}`], atRightEdge(paper, landscape)),
    paper.line('Place', []),
  ];
};

/** English: the title is a phrase, date and place below it at the left margin. */
const en: Write = (paper, block) => {
  const { head, title, number } = block;
  const begins = beginning(paper, block);
  const day = dayInWords(paper, head.heldOn);
  return [
    ...authorLines(paper, head),
    paper.line('Title', `${inCapitals(paper, title)} ${heading(paper, head)}`),
    ...subjectLine(paper, head),
    paper.line(
      'DateLine',
      `${number === null ? '' : `${numbered(paper, number)} · `}${day}${begins === '' ? '' : `, ${begins}`}`,
    ),
    ...placeLine(paper, head),
  ];
};

const forms: Record<Language, Write> = { uk, en, lt, lv };

/** Author, kind, date, number, place and heading, in the order and the places of the form's country. */
export const titleBlock: Write = (paper, block) => forms[paper.form](paper, block);
