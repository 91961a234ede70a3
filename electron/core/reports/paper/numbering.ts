import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { Language } from '../../../../shared/languages.ts';
import { twips } from './look.ts';

/** The lists that Word itself numbers: the agenda, the items with their decisions, rows of a table. */
export type List = 'agenda' | 'items' | 'rows' | ArticleList;

/** Articles of a memorandum with their paragraphs; each list counts on from the number in its name. */
export type ArticleList = `articles${number}`;

/** Where the words of a decision begin, in millimetres: its number hangs to the left of them. */
export const decisionIndent = 14;

const level = (
  at: number,
  text: string,
  indent: { left: number; hanging: number },
  more: Partial<ILevelsOptions> = {},
): ILevelsOptions => ({
  level: at,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.TAB,
  start: 1,
  ...more,
  style: { paragraph: { indent: { left: twips(indent.left), hanging: twips(indent.hanging) } }, ...more.style },
});

/** Text of an item's number and of a decision's under it; Lithuanian minutes begin each item with `1. SVARSTYTA.` */
const itemLevels: Record<Language, [string, string]> = {
  uk: ['%1.', '%1.%2.'],
  en: ['%1.', '%1.%2'],
  lt: ['%1. SVARSTYTA.', '%2.'],
  lv: ['%1.', '%1.%2.'],
};

/** Where the numbers of items and decisions begin; an extract keeps those of the minutes. */
export interface ListStarts {
  item: number;
  decision: number;
}

/** Text of the number of an article, of a paragraph in it and of an entry in a list of that paragraph. */
const articleLevels: Record<
  Language,
  { texts: [string, string, string]; entries: (typeof LevelFormat)[keyof typeof LevelFormat] }
> = {
  uk: { texts: ['%1.', '%1.%2.', '%3)'], entries: LevelFormat.DECIMAL },
  en: { texts: ['%1.', '%1.%2', '(%3)'], entries: LevelFormat.LOWER_LETTER },
  lt: { texts: ['%1.', '%1.%2.', '%1.%2.%3.'], entries: LevelFormat.DECIMAL },
  lv: { texts: ['%1.', '%1.%2.', '%1.%2.%3.'], entries: LevelFormat.DECIMAL },
};

/** Ukrainian and Lithuanian paragraphs begin with an indented first line; elsewhere the number hangs. */
function articleList(form: Language, firstLine: number, start: number): INumberingOptions['config'][number] {
  const { texts, entries } = articleLevels[form];
  const indented = form === 'uk' || form === 'lt';
  const at = (place: 0 | 1 | 2, left: number, more: Partial<ILevelsOptions>): ILevelsOptions =>
    indented
      ? {
          ...level(place, texts[place], { left: 0, hanging: 0 }, { suffix: LevelSuffix.SPACE, ...more }),
          ...indentOf(firstLine),
        }
      : level(place, texts[place], { left, hanging: place === 2 && form === 'en' ? 10 : place === 2 ? 16 : 12 }, more);
  return {
    reference: `articles${start}`,
    levels: [
      level(0, texts[0], { left: 0, hanging: 0 }, { start, suffix: LevelSuffix.SPACE }),
      at(1, 12, {}),
      at(2, form === 'en' ? 22 : 28, { format: entries }),
    ],
  };
}

const indentOf = (firstLine: number): Pick<ILevelsOptions, 'style'> => ({
  style: { paragraph: { indent: { left: 0, firstLine: twips(firstLine) } } },
});

/**
 * Real numbering: numbers follow when somebody moves a paragraph in Word.
 * @param firstLine of a paragraph, in millimetres
 * @param articles where articles begin to be counted: from 1, and anew after each gap
 */
export function paperNumbering(
  form: Language,
  firstLine: number,
  starts: ListStarts = { item: 1, decision: 1 },
  articles: readonly number[] = [],
): INumberingOptions {
  const [item, decision] = itemLevels[form];
  const hanging = form === 'lt' ? 0 : 10;
  return {
    config: [
      { reference: 'agenda', levels: [level(0, '%1.', { left: 10, hanging: 8 })] },
      {
        reference: 'items',
        levels: [
          level(
            0,
            item,
            { left: hanging, hanging },
            { start: starts.item, ...(form === 'lt' ? { suffix: LevelSuffix.SPACE } : {}) },
          ),
          level(
            1,
            decision,
            { left: decisionIndent, hanging: form === 'lt' ? 8 : decisionIndent },
            { start: starts.decision },
          ),
        ],
      },
      { reference: 'rows', levels: [level(0, '%1', { left: 0, hanging: 0 }, { suffix: LevelSuffix.NOTHING })] },
      ...[...new Set(articles)].map((start) => articleList(form, firstLine, start)),
    ],
  };
}
