import type { Language } from '../../../shared/languages.ts';
import { turnedSheet, type DrawnPaper } from './wordFile.ts';

/** Whether the browser puts words into the margins of printed pages (Chromium since 131). */
const hasMarginBoxes = (): boolean => {
  const probe = new CSSStyleSheet();
  probe.replaceSync('@page { @top-center { content: "1"; } }');
  return probe.cssRules[0]?.cssText.includes('top-center') ?? false;
};

/** Where a country numbers its pages, from the second on. */
const numbered: Record<Language, 'top' | 'bottom'> = { uk: 'top', lt: 'top', lv: 'bottom', en: 'bottom' };

/** Page size, margins, page number and the mark of a draft, as the file has them. */
function pageRules({ margins, landscape, font, mark }: DrawnPaper, form: Language, withBoxes: boolean): string {
  const { top, right, bottom, left } = margins;
  const size = `size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;`;
  const turned = `@page ${turnedSheet} { size: A4 ${landscape ? 'portrait' : 'landscape'}; }`;
  if (!withBoxes) return `@page { ${size} } ${turned}`;
  const look = `font: 12pt ${font};`;
  const place = `@${numbered[form]}-center`;
  const number = `${place} { content: counter(page); ${look} }`;
  const draft =
    mark === ''
      ? ''
      : `@top-right { content: ${JSON.stringify(mark.toLocaleUpperCase(form))}; ${look} font-weight: bold; }`;
  return `@page { ${size} ${number} ${draft} } ${turned} @page :first { ${place} { content: none; } }`;
}

/**
 * Lays a paper ready for the printer in place of the page: what is printed from now on is the paper.
 * @param host an element that only the printer shows
 * @returns how to take it away again
 */
export function layForPrinting(paper: DrawnPaper, host: HTMLElement, form: Language): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const withBoxes = hasMarginBoxes();
  const headers = new CSSStyleSheet();
  // The printed page's own margins carry what the header says.
  headers.replaceSync(withBoxes ? 'section > header { display: none; }' : '');
  root.adoptedStyleSheets = [paper.look, headers];
  root.replaceChildren(paper.body.cloneNode(true));
  const page = new CSSStyleSheet();
  page.replaceSync(pageRules(paper, form, withBoxes));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
    root.replaceChildren();
  };
}
