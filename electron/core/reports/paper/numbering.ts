import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions, type INumberingOptions } from 'docx';
import type { Language } from '../../../../shared/languages.ts';
import { twips } from './look.ts';

/** The lists that Word itself numbers: the agenda, the items with their decisions, rows of a table. */
export type List = 'agenda' | 'items' | 'rows';

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

/** Real numbering: numbers follow when somebody moves a paragraph in Word. */
export function paperNumbering(form: Language, starts: ListStarts = { item: 1, decision: 1 }): INumberingOptions {
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
    ],
  };
}
