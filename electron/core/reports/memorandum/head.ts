import { TabStopType } from 'docx';
import type { IsoDay } from '../../../../shared/dates.ts';
import { textWidth, twips } from '../paper/look.ts';
import { dayInWords, numbered } from '../paper/meeting.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { inCapitals } from '../paper/titleBlock.ts';
import { oneLine, unbroken } from '../paper/typography.ts';

/** The day of signing, or room to write it. */
const signingDay = (paper: Paper, day: IsoDay | null): string =>
  day === null ? unbroken(paper.t('memorandum.dayBlank')) : dayInWords(paper, day);

/**
 * The head of a paper that parties sign: kind with its number, what it is about, place and date where the country puts them.
 * @param input.kind `Меморандум`
 * @param input.title under the kind; where it names a kind itself, it stands alone
 */
export function signedHead(
  paper: Paper,
  input: { kind: string; title: readonly Part[]; number: string; place: string; signedOn: IsoDay | null },
): Block[] {
  const { form } = paper;
  const number = oneLine(input.number) === '' ? '' : numbered(paper, input.number);
  const day = signingDay(paper, input.signedOn);
  const place = oneLine(input.place);
  const subtitle =
    input.title.length === 0 ? [] : [paper.line('Subtitle', input.title, { spacing: { before: 0, after: 160 } })];
  const kind = inCapitals(paper, input.kind);
  if (form === 'lt')
    return [
      paper.line('Title', kind, { spacing: { before: 0, after: 80 } }),
      ...subtitle,
      paper.line('DateLine', number === '' ? day : `${day} ${number}`),
      paper.line('Place', place === '' ? [] : said(place)),
    ];
  if (form === 'en')
    return [
      paper.line('Title', kind, { spacing: { before: 0, after: 80 } }),
      ...subtitle,
      paper.line('DateLine', [number === '' ? '' : `${number} · `, day]),
      paper.line('Place', place === '' ? [] : said(place)),
    ];
  return [
    paper.line('Title', number === '' ? kind : `${kind} ${number}`, { spacing: { before: 0, after: 80 } }),
    ...subtitle,
    paper.line('DateLine', [...(place === '' ? [] : [said(place)]), `\t${day}`], {
      tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidth(paper.look)) }],
      spacing: { before: 120, after: 240 },
    }),
  ];
}
