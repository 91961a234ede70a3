import { Paragraph, Tab, TextRun, type IParagraphOptions } from 'docx';
import { localeTags, type Language } from '../../../../shared/languages.ts';
import { lookOf, twips, type Look, type Typeface } from './look.ts';
import { decisionIndent, type List } from './numbering.ts';
import type { PaperStyle } from './styles.ts';
import { oneLine, paragraphsOf, printable, tied, withinLine } from './typography.ts';
import type { PaperWords } from './words.ts';

/** How a piece of a text looks; `open`: a place that somebody still has to fill in, marked so that nobody misses it. */
export interface PartLook {
  bold?: boolean;
  italic?: boolean;
  open?: boolean;
}

/** A piece of a line: words of the form, or what the record says in the record's own language. */
export type Part = string | ({ said: string } & PartLook);

/** What somebody wrote, in the language of the record. */
export const said = (text: string): Part => ({ said: text });

export type LineOptions = Omit<IParagraphOptions, 'children' | 'style' | 'text'> & {
  /** In a list that Word numbers. */
  list?: { of: List; level?: number; instance?: number };
};

/** One country's paper with its words, and the language that the record is written in. */
export interface Paper {
  form: Language;
  look: Look;
  t: PaperWords;
  /** One paragraph. Tabs within words go to the tab stops, line breaks stay within the paragraph. */
  line(style: PaperStyle, parts: Part | readonly Part[], options?: LineOptions): Paragraph;
  /** A text of the record, a paragraph for each of its lines; `lead` stands before the first. */
  text(style: PaperStyle, text: string, options?: LineOptions & { lead?: readonly Part[] }): Paragraph[];
}

/** Characters that only make sense from right to left. */
const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

export function createPaper(input: {
  form: Language;
  recordLanguage: Language;
  t: PaperWords;
  typeface: Typeface;
}): Paper {
  const { form, t } = input;
  const recordLanguage = input.recordLanguage === form ? null : { value: localeTags[input.recordLanguage] };

  /** Words of the form and of the record alike where both are in one language: one run, so that Word shows one text. */
  interface Piece {
    text: string;
    own: boolean;
    rightToLeft: boolean;
    look: PartLook;
  }
  const plain: PartLook = {};
  const piece = (part: Part): Piece => {
    if (typeof part === 'string') return { text: printable(part), own: false, rightToLeft: false, look: plain };
    const { said: words, ...look } = part;
    return {
      // A piece of a sentence that has a look of its own keeps the blanks around it.
      text: Object.keys(look).length === 0 ? oneLine(words) : withinLine(words),
      own: recordLanguage !== null,
      rightToLeft: rightToLeft.test(words),
      look: look.bold || look.italic || look.open ? look : plain,
    };
  };

  const joined = (parts: readonly Part[]): Piece[] => {
    const pieces: Piece[] = [];
    for (const next of parts.map(piece)) {
      const last = pieces.at(-1);
      if (next.text === '') continue;
      if (last && last.own === next.own && last.rightToLeft === next.rightToLeft && last.look === next.look)
        last.text += next.text;
      else pieces.push(next);
    }
    return pieces;
  };

  const runs = ({ text, own, rightToLeft: fromRight, look: { bold, italic, open } }: Piece): TextRun[] => {
    const look = {
      ...(bold ? { bold: true } : {}),
      ...(italic ? { italics: true } : {}),
      ...(open ? { highlight: 'yellow' as const } : {}),
      ...(fromRight ? { rightToLeft: true } : {}),
      ...(own && recordLanguage ? { language: recordLanguage } : {}),
    };
    return text.split(/([\t\n])/).flatMap((words) => {
      if (words === '\t') return [new TextRun({ children: [new Tab()] })];
      if (words === '\n') return [new TextRun({ break: 1 })];
      return words === '' ? [] : [new TextRun({ ...look, text: tied(words) })];
    });
  };

  const line: Paper['line'] = (style, parts, { list, ...options } = {}) =>
    new Paragraph({
      ...options,
      style,
      ...(list
        ? {
            numbering: {
              reference: list.of,
              level: list.level ?? 0,
              custom: true,
              ...(list.instance === undefined ? {} : { instance: list.instance }),
            },
          }
        : {}),
      children: joined(Array.isArray(parts) ? parts : [parts as Part]).flatMap(runs),
    });

  return {
    form,
    look: lookOf(form, input.typeface),
    t,
    line,
    text(style, text, { lead = [], list, ...options } = {}) {
      const lines = paragraphsOf(text);
      if (lines.length === 0 && lead.length === 0) return [];
      const [first = '', ...rest] = lines;
      return [
        line(style, [...lead, said(first)], { ...options, ...(list ? { list } : {}) }),
        // Further paragraphs of a numbered one stand under its words and bear no number.
        ...rest.map((each) =>
          line(style, said(each), list ? { indent: { left: twips(decisionIndent) }, ...options } : options),
        ),
      ];
    },
  };
}
