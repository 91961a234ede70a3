import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TabStopType,
  TextRun,
} from 'docx';
import { page, textWidth, twips } from './look.ts';
import { paperNumbering, type ListStarts } from './numbering.ts';
import type { Paper } from './paper.ts';
import { paperStyles } from './styles.ts';

export type Block = Paragraph | Table;

/** A whole paper before it is packed. */
export interface Sheet {
  /** The file's name, with its extension. */
  name: string;
  /** What the file is called inside: Word's document properties. */
  title: string;
  /** The body whose paper it is. */
  author: string;
  subject: string;
  /** Bears the mark DRAFT on every page. */
  draft: boolean;
  landscape?: boolean;
  starts?: ListStarts;
  /** The numbers from which lists of articles count. */
  articles?: readonly number[];
  blocks: readonly Block[];
}

/** Puts a whole document together: page, headers with the DRAFT mark and page numbers, styles, numbering, properties. */
export function createSheet(paper: Paper, sheet: Sheet): Document {
  const { look, t, form } = paper;
  const landscape = sheet.landscape ?? false;
  const width = textWidth(look, landscape);
  const number = () => new TextRun({ children: [PageNumber.CURRENT] });
  const tab = () => new TextRun({ children: [new Tab()] });
  const mark = () => new TextRun({ text: t('draft'), bold: true, allCaps: true });

  // One line: the number in the middle, the mark at the right edge.
  const headerLine = (withNumber: boolean) =>
    new Paragraph({
      style: 'Header',
      tabStops: [
        { type: TabStopType.CENTER, position: twips(width / 2) },
        { type: TabStopType.RIGHT, position: twips(width) },
      ],
      children: [
        ...(withNumber ? [tab(), number()] : sheet.draft ? [tab()] : []),
        ...(sheet.draft ? [tab(), mark()] : []),
      ],
    });
  const footerLine = (withNumber: boolean) =>
    new Paragraph({ style: 'Footer', alignment: AlignmentType.CENTER, children: withNumber ? [number()] : [] });

  const hairline = () =>
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, run: { size: 2 } });
  // Word wants a paragraph at the end of a page; after a table an empty one of almost no height.
  const last = sheet.blocks.at(-1);
  const end = last === undefined ? [new Paragraph({})] : last instanceof Table ? [hairline()] : [];

  const top = look.pageNumber === 'top';
  return new Document({
    styles: paperStyles(form, look, t),
    numbering: paperNumbering(form, look.indent, sheet.starts, sheet.articles),
    defaultTabStop: twips(12.5),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: twips(page.width),
              height: twips(page.height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(look.margins.top),
              bottom: twips(look.margins.bottom),
              left: twips(look.margins.left),
              right: twips(look.margins.right),
              header: twips(10),
              footer: twips(10),
              gutter: 0,
            },
          },
        },
        headers: {
          first: new Header({ children: [headerLine(false)] }),
          default: new Header({ children: [headerLine(top)] }),
        },
        footers: {
          first: new Footer({ children: [footerLine(false)] }),
          default: new Footer({ children: [footerLine(!top)] }),
        },
        children: [...sheet.blocks, ...end],
      },
    ],
  });
}
