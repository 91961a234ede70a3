import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType, type Paragraph } from 'docx';
import type { PaperName } from '../../../../shared/contract/minutesModel.ts';
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

const capital = (text: string, paper: Paper): string => text.charAt(0).toLocaleUpperCase(paper.form) + text.slice(1);

/** Three rows for two parties, so that what belongs together stands level: who it is, the office, the line to sign on. */
function cellsOf(paper: Paper, party: SigningParty | undefined): [Paragraph[], Paragraph[], Paragraph[]] {
  const empty = () => [paper.line('Party', [])];
  if (party === undefined) return [empty(), empty(), empty()];
  const name = party.signatory === null ? '' : nameAtSignature(party.signatory, paper.form);
  const address = oneLine(party.address);
  const position = oneLine(party.position);
  return [
    [
      paper.line('Party', { said: oneLine(party.name), bold: true }),
      ...(address === '' ? [] : [paper.line('Party', said(address))]),
    ],
    [paper.line('Party', position === '' ? [] : said(capital(position, paper)), { spacing: { before: 200 } })],
    [
      paper.line('Party', [signatureRule, ...(name === '' ? [] : ['\n', said(name)])], {
        spacing: { before: 400, after: 320 },
      }),
    ],
  ];
}

/** The line to sign on: some 60 mm of signs, which every reader and printer shows. */
const signatureRule = '_'.repeat(26);

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
    rows: pairs.flatMap((pair) => {
      const [first, second] = [cellsOf(paper, pair[0]), cellsOf(paper, pair[1])];
      return ([0, 1, 2] as const).map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: [first[row], second[row]].map(
              (children, place) =>
                new TableCell({ width: { size: columns[place] ?? left, type: WidthType.DXA }, children }),
            ),
          }),
      );
    }),
  });
}
