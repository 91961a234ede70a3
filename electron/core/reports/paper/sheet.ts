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
  type ISectionOptions,
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
  /** Bears the mark that it is not in force. */
  superseded?: boolean;
  landscape?: boolean;
  starts?: ListStarts;
  /** The numbers from which lists of articles count. */
  articles?: readonly number[];
  blocks: readonly Block[];
  /** What follows on pages of its own, each upright or across. */
  more?: readonly { landscape: boolean; blocks: readonly Block[] }[];
}

/** Puts a whole document together: page, headers with the mark (DRAFT, NOT IN FORCE) and page numbers, styles, numbering, properties. */
export function createSheet(paper: Paper, sheet: Sheet): Document {
  const { look, t, form } = paper;
  const number = () => new TextRun({ children: [PageNumber.CURRENT] });
  const tab = () => new TextRun({ children: [new Tab()] });
  const marked = sheet.superseded === true ? t('superseded') : sheet.draft ? t('draft') : null;

  // One line: the number in the middle, the mark at the right edge.
  const headerLine = (withNumber: boolean, width: number) =>
    new Paragraph({
      style: 'Header',
      tabStops: [
        { type: TabStopType.CENTER, position: twips(width / 2) },
        { type: TabStopType.RIGHT, position: twips(width) },
      ],
      children: [
        ...(withNumber ? [tab(), number()] : marked === null ? [] : [tab()]),
        ...(marked === null ? [] : [tab(), new TextRun({ text: marked, bold: true, allCaps: true })]),
      ],
    });
  const footerLine = (withNumber: boolean) =>
    new Paragraph({ style: 'Footer', alignment: AlignmentType.CENTER, children: withNumber ? [number()] : [] });

  const hairline = () =>
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, run: { size: 2 } });
  // Word wants a paragraph at the end of a page; after a table an empty one of almost no height.
  const endOf = (blocks: readonly Block[]): Paragraph[] => {
    const last = blocks.at(-1);
    return last === undefined ? [new Paragraph({})] : last instanceof Table ? [hairline()] : [];
  };

  const top = look.pageNumber === 'top';
  const section = (landscape: boolean, blocks: readonly Block[], first: boolean): ISectionOptions => {
    const width = textWidth(look, landscape);
    return {
      properties: {
        // Only the first page of all bears no number.
        ...(first ? { titlePage: true } : {}),
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
        ...(first ? { first: new Header({ children: [headerLine(false, width)] }) } : {}),
        default: new Header({ children: [headerLine(top, width)] }),
      },
      footers: {
        ...(first ? { first: new Footer({ children: [footerLine(false)] }) } : {}),
        default: new Footer({ children: [footerLine(!top)] }),
      },
      children: [...blocks, ...endOf(blocks)],
    };
  };
  return new Document({
    styles: paperStyles(form, look, t),
    numbering: paperNumbering(form, look.indent, sheet.starts, sheet.articles),
    defaultTabStop: twips(12.5),
    sections: [
      section(sheet.landscape ?? false, sheet.blocks, true),
      ...(sheet.more ?? []).map(({ landscape, blocks }) => section(landscape, blocks, false)),
    ],
  });
}
