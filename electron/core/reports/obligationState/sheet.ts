import { dueCell, noteCell, stateCell, totalsLine } from '../paper/carriedOut.ts';
import { wordFileName } from '../paper/fileName.ts';
import { dayInWords } from '../paper/meeting.ts';
import { memorandumReference } from '../paper/memoranda.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import { asOf, registerHead, registerSignature } from '../paper/register.ts';
import type { Sheet } from '../paper/sheet.ts';
import { ruledTable, type Row } from '../paper/tables.ts';
import type { ObligationStateModel } from './model.ts';

/** How obligations are carried out, by memorandum and party, on paper laid across. Layout: docs/forms/obligation-state.md. */
export function obligationStateSheet(paper: Paper, model: ObligationStateModel): Sheet {
  const { t } = paper;
  const { frame, memorandum, sections } = model;
  const kind = t('name.obligationState');
  const rows = sections.flatMap(({ memorandum: of, party, rows: own }): Row[] => {
    const name: Part[] = party === null ? [t('decisionState.nobody')] : [said(party.name)];
    return [
      { section: memorandum === null ? [...memorandumReference(paper, of), ' – ', ...name] : name },
      ...own.map((row): Row => [
        { parts: [String(row.n)] },
        { text: row.text },
        dueCell(paper, row, []),
        stateCell(paper, row, 'obligationStates'),
        noteCell(paper, row.note),
      ]),
    ];
  });
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: memorandum?.number ?? '',
      day: frame.day,
    }),
    title: [kind, memorandum?.title ?? '', dayInWords(paper, frame.day)].filter((part) => part !== '').join(', '),
    subject: memorandum?.title ?? '',
    author: frame.organisation,
    draft: false,
    landscape: true,
    blocks: [
      ...registerHead(paper, frame, {
        title: t('title.obligationState'),
        about: t('obligationState.about'),
        lines: [...(memorandum === null ? [] : [memorandumReference(paper, memorandum)]), [asOf(paper, frame.day)]],
      }),
      ...(rows.length === 0
        ? [paper.line('Body', t('obligationState.none'))]
        : [
            paper.line('Body', totalsLine(paper, 'obligations', model.counts), { spacing: { after: 120 } }),
            ruledTable(
              paper,
              [
                { title: t('column.number'), share: 7, align: 'center' },
                { title: t('column.obligation'), share: 42 },
                { title: t('column.due'), share: 17, align: 'center' },
                { title: t('column.state'), share: 16, align: 'center' },
                { title: t('column.progress'), share: 18 },
              ],
              rows,
              { landscape: true },
            ),
          ]),
      ...registerSignature(paper, frame),
    ],
  };
}
