import type { TabStop } from './tabStops.ts';

/** What the reader of a Word file knows of a paragraph and does not draw. */
export interface ParagraphFacts {
  stops: TabStop[];
  /** Begins a page. */
  newPage: boolean;
}

const pixelsAPoint = 96 / 72;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const stopOf = (value: unknown): TabStop[] => {
  if (!isRecord(value) || typeof value['position'] !== 'string') return [];
  const at = Number.parseFloat(value['position']) * pixelsAPoint;
  const { style } = value;
  return Number.isFinite(at) ? [{ at, side: style === 'center' || style === 'right' ? style : 'left' }] : [];
};

const factsOf = ({ tabs, pageBreakBefore }: Record<string, unknown>): ParagraphFacts => ({
  stops: Array.isArray(tabs) ? tabs.flatMap(stopOf) : [],
  newPage: pageBreakBefore === true,
});

/** The paragraphs of the text in order, those of tables too, from what the reader made of the file. */
export function paragraphsOf(word: unknown): ParagraphFacts[] {
  const found: ParagraphFacts[] = [];
  const walk = (node: unknown): void => {
    if (!isRecord(node)) return;
    if (node['type'] === 'paragraph') found.push(factsOf(node));
    if (Array.isArray(node['children'])) for (const child of node['children']) walk(child);
  };
  const part = isRecord(word) ? word['documentPart'] : null;
  walk(isRecord(part) ? part['body'] : null);
  return found;
}

/** What its pictures show, in their order, in the words that the file has for those who do not see them. */
export function describedPictures(word: unknown): string[] {
  const part = isRecord(word) ? word['documentPart'] : null;
  const xml = isRecord(part) ? part['_xmlDocument'] : null;
  if (!(xml instanceof XMLDocument)) return [];
  return [...xml.getElementsByTagName('wp:docPr')].map((picture) => picture.getAttribute('descr') ?? '');
}
