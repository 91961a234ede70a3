import { ImageRun, Paragraph } from 'docx';
import type { SvgNode } from '../../../../shared/charts/svg.ts';
import { formatDay, type IsoDay } from '../../../../shared/dates.ts';
import type { Language } from '../../../../shared/languages.ts';
import { wordsOf } from '../../words.ts';
import { chartPainter } from '../charts/painter.ts';
import { textWidth } from '../paper/look.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import { clipped, oneLine } from '../paper/typography.ts';

/** Pixels of a drawing in a millimetre of paper: 96 to the inch. */
const pixels = 96 / 25.4;

/** A paper of a project: with the names of kinds and states in the form's language, and charts. */
export interface Desk {
  paper: Paper;
  /** Of `vocabulary.json`: «круглий стіл» of `activityKind` and `roundTable`. */
  word: (group: string, value: string) => string;
  /** The same at the beginning of a cell or a heading. */
  Word: (group: string, value: string) => string;
  /** Width of the text for a chart, in pixels. */
  chartWidth: number;
  /** @param described what the chart shows, for those who do not see it */
  chart: (chart: SvgNode, described: string) => Paragraph;
}

const longestDescription = 250;

/**
 * Puts a desk together; loads what draws charts.
 * @param resources absolute folder of the bundled resources
 */
export async function openDesk(paper: Paper, resources: string, landscape = false): Promise<Desk> {
  const vocabulary = wordsOf(resources, paper.form, 'vocabulary');
  const paint = await chartPainter();
  let drawn = 0;
  const word: Desk['word'] = (group, value) => vocabulary(`${group}.${value}`);
  return {
    paper,
    word,
    Word: (group, value) => capital(word(group, value), paper.form),
    chartWidth: Math.floor(textWidth(paper.look, landscape) * pixels),
    chart(chart, described) {
      const { svg, png, width, height } = paint(chart);
      const transformation = { width: Math.round(width), height: Math.round(height) };
      drawn += 1;
      const description = clipped(oneLine(described), longestDescription);
      return new Paragraph({
        style: 'Picture',
        children: [
          new ImageRun({
            type: 'svg',
            data: svg,
            transformation,
            fallback: { type: 'png', data: png },
            // Counted within the paper, so that the same records give the same file.
            altText: { id: String(drawn), name: `Chart ${drawn}`, description },
          }),
        ],
      });
    },
  };
}

export const capital = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** «12.05.2016 – 14.05.2016», one day where both are the same, an en dash alone where none is known. */
export function daysText({ form }: Paper, from: IsoDay | null, until: IsoDay | null, between = ' – '): string {
  const first = from === null ? '' : formatDay(from, form, 'numeric');
  const last = until === null || until === from ? '' : formatDay(until, form, 'numeric');
  if (first !== '' && last !== '') return `${first}${between}${last}`;
  return first || (last === '' ? '–' : `… – ${last}`);
}

/** The same in a column: the last day below the first, for a Lithuanian date would break at its hyphens. */
export const daysBelow = (paper: Paper, from: IsoDay | null, until: IsoDay | null): string =>
  daysText(paper, from, until, ' –\n');

/** A sentence of the form with a text of the record in its place `{{name}}`, each in its own language. */
export function around(sentence: (placeholder: string) => string, text: string): Part[] {
  const mark = '\uE000';
  const [before = '', after = ''] = sentence(mark).split(mark);
  return [before, said(oneLine(text)), after].filter((part) => part !== '');
}
