import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, TabStopType, WidthType, type Paragraph } from 'docx';
import type { PaperName } from '../minutes/schema.ts';
import { textWidth, twips } from '../paper/look.ts';
import { nameAtSignature } from '../paper/names.ts';
import { said, type Paper } from '../paper/paper.ts';
import { oneLine } from '../paper/typography.ts';

/** A party beside whose name somebody signs. */
export interface SigningParty {
  name: string;
  shortName: string;
  address: string;
  position: string;
  /** Null where nobody is named. */
  signatory: PaperName | null;
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Name, address, office, and a line to sign on with the name behind it as the country writes it. */
function partyLines(paper: Paper, party: SigningParty | undefined): Paragraph[] {
  if (party === undefined) return [paper.line('Party', [])];
  const name = party.signatory === null ? '' : nameAtSignature(party.signatory, paper.form);
  const position = oneLine(party.position);
  const office = position.charAt(0).toLocaleUpperCase(paper.form) + position.slice(1);
  const column = textWidth(paper.look) / 2 - 6;
  return [
    paper.line('Party', { said: oneLine(party.name), bold: true }),
    ...(oneLine(party.address) === '' ? [] : [paper.line('Party', said(oneLine(party.address)))]),
    paper.line('Party', office === '' ? [] : said(office), { spacing: { before: 240 } }),
    paper.line('Party', ['\t', ...(name === '' ? [] : ['\n', said(name)])], {
      spacing: { before: 360, after: 240 },
      keepNext: false,
      tabStops: [{ type: TabStopType.LEFT, position: twips(Math.min(60, column)), leader: 'underscore' }],
    }),
  ];
}

/** Details and signatures, two parties beside each other. */
export function partiesTable(paper: Paper, parties: readonly SigningParty[]): Table {
  const width = twips(textWidth(paper.look));
  const left = Math.floor(width / 2);
  const columns = [left, width - left];
  const pairs = parties.flatMap((party, index) => (index % 2 === 0 ? [[party, parties[index + 1]]] : []));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { top: 0, bottom: 0, left: 0, right: twips(6) },
    rows: pairs.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: [0, 1].map(
            (place) =>
              new TableCell({
                width: { size: columns[place] ?? left, type: WidthType.DXA },
                children: partyLines(paper, pair[place]),
              }),
          ),
        }),
    ),
  });
}
