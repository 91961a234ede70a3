import type { Language } from '../../../../shared/languages.ts';

/** How a country's papers look; lengths in millimetres, sizes in points. Grounds: docs/forms/README.md. */
export interface Look {
  margins: { left: number; right: number; top: number; bottom: number };
  font: string;
  /** Body text. */
  size: number;
  /** The name of the document's kind. */
  titleSize: number;
  tableSize: number;
  /** Line spacing: 1 is single. */
  line: number;
  /** First line of a paragraph. */
  indent: number;
  justified: boolean;
  /** Where pages are numbered, from the second on. */
  pageNumber: 'top' | 'bottom';
}

/** A4 */
export const page = { width: 210, height: 297 };

const margins = { left: 30, right: 10, top: 20, bottom: 20 };

/**
 * - uk: DSTU 4163:2020: margins, first line 10 mm, body 12–14 pt, kind 14–16 pt, spacing 1.0–1.5
 * - lt: Chief Archivist's rules V-117: Times New Roman 12, single spacing, justified; first line at most 22 mm
 * - lv: Cabinet Regulation 558 prescribes no margins; those of the neighbours are usual
 * - en: usual minutes: Arial 12, ragged right
 */
const looks: Record<Language, Look> = {
  uk: {
    margins,
    font: 'Times New Roman',
    size: 14,
    titleSize: 16,
    tableSize: 12,
    line: 1,
    indent: 10,
    justified: true,
    pageNumber: 'top',
  },
  lt: {
    margins,
    font: 'Times New Roman',
    size: 12,
    titleSize: 12,
    tableSize: 11,
    line: 1,
    indent: 15,
    justified: true,
    pageNumber: 'top',
  },
  lv: {
    margins,
    font: 'Times New Roman',
    size: 12,
    titleSize: 14,
    tableSize: 11,
    line: 1.15,
    indent: 10,
    justified: true,
    pageNumber: 'bottom',
  },
  en: {
    margins: { left: 25, right: 20, top: 20, bottom: 20 },
    font: 'Arial',
    size: 12,
    titleSize: 16,
    tableSize: 10,
    line: 1.15,
    indent: 0,
    justified: false,
    pageNumber: 'bottom',
  },
};

/** What the workspace sets otherwise; null: as the country has it. */
export interface Typeface {
  font: string | null;
  /** Points. */
  size: number | null;
}

/** The look of a form with the workspace's own font and size. Tables are two points smaller than the text, at least 8. */
export function lookOf(form: Language, typeface: Typeface): Look {
  const look = looks[form];
  const size = typeface.size ?? look.size;
  const bigger = size - look.size;
  return {
    ...look,
    font: typeface.font ?? look.font,
    size,
    titleSize: look.titleSize + bigger,
    tableSize: Math.max(8, look.tableSize + bigger),
  };
}

/** Twentieths of a point, what Word measures lengths in. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Half-points, what Word measures type in. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** Width of the text in millimetres. */
export const textWidth = (look: Look, landscape = false): number =>
  (landscape ? page.height : page.width) - look.margins.left - look.margins.right;
