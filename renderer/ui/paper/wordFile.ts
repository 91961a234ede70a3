import type { Options } from 'docx-preview';
import { setTabs } from './tabStops.ts';
import { describedPictures, paragraphsOf, type ParagraphFacts } from './wordModel.ts';

/** A Word file drawn on the page, and what of it matters for printing. */
export interface DrawnPaper {
  body: HTMLElement;
  look: CSSStyleSheet;
  /** Of a sheet, in CSS pixels. */
  width: number;
  landscape: boolean;
  /** Of the page, in millimetres. */
  margins: { top: number; right: number; bottom: number; left: number };
  font: string;
  /** The mark in the header of every page; empty where there is none. */
  mark: string;
}

const className = 'paper';

/** A sheet across among upright ones, or the other way round; the printer turns its page. */
export const turnedSheet = 'turned';

const options: Partial<Options> & { keepOrigin: boolean } = {
  className,
  // The counters of lists begin at the wrapper; a shadow has no root of its own.
  inWrapper: true,
  hideWrapperOnPrint: true,
  ignoreFonts: true,
  breakPages: true,
  ignoreLastRenderedPageBreak: true,
  renderHeaders: true,
  renderFooters: false,
  renderFootnotes: false,
  renderEndnotes: false,
  renderChanges: false,
  renderComments: false,
  renderAltChunks: false,
  // What its pictures show is not read otherwise.
  keepOrigin: true,
};

/** How a sheet lies on the desk, and what of it the printer gets: there the page's own margins hold. */
const ownLook = `
  :host { display: block; }
  .${className}-wrapper { display: block; padding: 0; background: none; }
  .${className}-wrapper > section.${className} {
    margin: 0 auto 16px; background: #fff; color: #000; overflow-wrap: anywhere; text-align: start;
  }
  section.${className} > header p { text-align: right; }
  section.${className} > header p .tab { display: none; }
  p.hung::before { display: inline-block; min-width: var(--hanging); text-indent: 0; }
  @media print {
    .${className}-wrapper > section.${className} {
      display: block; overflow: visible; width: auto !important; min-height: 0 !important; padding: 0 !important; margin: 0 !important; box-shadow: none;
    }
    section.${className} + section.${className} { break-before: page; }
    section.${turnedSheet} { page: ${turnedSheet}; }
    tr, p.${className}_signature, p.${className}_agendaitem, p.${className}_listed { break-inside: avoid; }
    p { orphans: 2; widows: 2; }
    ${['author', 'title', 'subtitle', 'heading1', 'heading2', 'part', 'label', 'cellhead']
      .map((style) => `p.${className}_${style}`)
      .join(', ')} { break-after: avoid; }
  }
  @media screen { .${className}-wrapper > section.${className} { box-shadow: var(--shadow); } }
`;

const millimetresOf = (pixels: string): number => Math.round(((Number.parseFloat(pixels) || 0) * 254) / 96) / 10;

/** Heads of tables are repeated on every printed page only as a `thead`. */
const nameTableHeads = (body: HTMLElement): void => {
  for (const table of body.querySelectorAll('table')) {
    const first = table.querySelector('tr');
    if (first === null || first.querySelector(`p.${className}_cellhead`) === null) continue;
    const head = document.createElement('thead');
    // A heading over several columns has their own below it.
    const second = first.querySelector('td[rowspan="2"]') === null ? null : first.nextElementSibling;
    head.append(first, ...(second === null ? [] : [second]));
    table.prepend(head);
  }
};

/** Word's single line is that of the font, about 1.15 of its size; the reader takes it for the size itself. */
const singleSpaced = (css: string): string =>
  css.replaceAll(
    /line-height:\s*(\d+(?:\.\d+)?)\s*(?=[;}])/g,
    (_, lines: string) => `line-height: ${(Number(lines) * 1.15).toFixed(3)}`,
  );

/** Numbers of lists are drawn before the words, where the type of the words does not reach. */
const dressNumbers = (body: HTMLElement): void => {
  for (const paragraph of body.querySelectorAll<HTMLElement>(`p[class*="${className}-num-"]`)) {
    const words = paragraph.querySelector('span') ?? paragraph.appendChild(document.createElement('span'));
    const { fontFamily, fontSize, fontWeight } = getComputedStyle(words);
    Object.assign(paragraph.style, { fontFamily, fontSize, fontWeight });
    const hanging = -Number.parseFloat(getComputedStyle(paragraph).textIndent);
    if (hanging <= 0) continue;
    // The number fills the room that hangs out to the left, so that the words begin where their next line does.
    paragraph.classList.add('hung');
    paragraph.style.setProperty('--hanging', `${hanging}px`);
  }
};

/** Pictures are described; sheets that lie otherwise than the first are marked for the printer. */
const dressSheets = (body: HTMLElement, descriptions: readonly string[]): void => {
  for (const [index, picture] of [...body.querySelectorAll('article img')].entries())
    picture.setAttribute('alt', descriptions[index] ?? '');
  const sheets = [...body.querySelectorAll<HTMLElement>(`section.${className}`)];
  const lies = (sheet: HTMLElement): boolean => Number.parseFloat(sheet.style.width) > portraitWidth;
  const [first] = sheets;
  for (const sheet of sheets) if (first !== undefined && lies(sheet) !== lies(first)) sheet.classList.add(turnedSheet);
};

/** Points; A4 upright is 595 wide. */
const portraitWidth = 700;

/** A paragraph that begins a page begins a sheet of its own, with the same header. */
const partPages = (body: HTMLElement, paragraphs: readonly ParagraphFacts[]): void => {
  const drawn = [...body.querySelectorAll<HTMLElement>('article p')];
  for (const [index, { newPage }] of paragraphs.entries()) {
    const first = drawn[index];
    const article = first?.parentElement;
    const section = article?.parentElement;
    if (!newPage || first === undefined || !article?.matches('article') || !section || first === article.firstChild)
      continue;
    const sheet = section.cloneNode(false) as HTMLElement;
    const text = article.cloneNode(false) as HTMLElement;
    const header = section.querySelector('header')?.cloneNode(true);
    sheet.append(...(header === undefined ? [] : [header]), text);
    for (let next: ChildNode | null = first; next !== null;) {
      const following: ChildNode | null = next.nextSibling;
      text.append(next);
      next = following;
    }
    section.after(sheet);
  }
};

/**
 * Draws a Word file into a shadow root, its styles apart from the page's: as a constructed sheet, for the policy of the page
 * lets no foreign `<style>` in. Throws what the file cannot be read for.
 * @param bytes the very file that is saved
 * @param host the element whose shadow it is drawn into; on the page, for tabs are measured
 */
export async function drawWordFile(bytes: Uint8Array<ArrayBuffer>, host: HTMLElement): Promise<DrawnPaper> {
  const { parseAsync, renderDocument } = await import('docx-preview');
  const body = document.createElement('div');
  const styles = document.createElement('div');
  const word: unknown = await parseAsync(new Blob([bytes]), options);
  await renderDocument(word, body, styles, options);
  const look = new CSSStyleSheet();
  const written = [...styles.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  look.replaceSync(`${singleSpaced(written)}\n${ownLook}`);
  const paragraphs = paragraphsOf(word);
  nameTableHeads(body);
  partPages(body, paragraphs);
  dressSheets(body, describedPictures(word));
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [look];
  // Measured in the paper's own size, whatever it is shown in.
  const { zoom } = host.style;
  host.style.zoom = '1';
  root.replaceChildren(body);
  dressNumbers(body);
  setTabs(
    body,
    paragraphs.map(({ stops }) => stops),
  );
  const page = pageOf(body);
  host.style.zoom = zoom;
  return { body, look, ...page };
}

function pageOf(body: HTMLElement): Omit<DrawnPaper, 'body' | 'look'> {
  const section = body.querySelector('section');
  const words = body.querySelector('article span') ?? body;
  const page = section === null ? null : getComputedStyle(section);
  const header = section?.querySelector('header') ?? null;
  return {
    width: section?.offsetWidth ?? 0,
    landscape: section !== null && section.offsetWidth > 900,
    margins: {
      top: millimetresOf(page?.paddingTop ?? ''),
      right: millimetresOf(page?.paddingRight ?? ''),
      bottom: millimetresOf(page?.paddingBottom ?? ''),
      left: millimetresOf(page?.paddingLeft ?? ''),
    },
    font: getComputedStyle(words).fontFamily,
    mark: header?.textContent.trim() ?? '',
  };
}
