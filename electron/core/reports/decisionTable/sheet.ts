import { wordFileName } from '../paper/fileName.ts';
import { assigneeNames, numbered, numericDay } from '../paper/meeting.ts';
import { said, type Paper } from '../paper/paper.ts';
import type { Sheet } from '../paper/sheet.ts';
import { ruledTable } from '../paper/tables.ts';
import { titleBlock } from '../paper/titleBlock.ts';
import type { DecisionTableModel } from './model.ts';

/** All decisions of a meeting on paper laid across. Layout: docs/forms/decision-table.md. */
export function decisionTableSheet(paper: Paper, { head, draft, rows }: DecisionTableModel): Sheet {
  const { t } = paper;
  const kind = t('name.decisionTable');
  return {
    name: wordFileName({ kind, numberSign: t('numberSign'), number: head.number, day: head.heldOn }),
    title: [`${kind} ${numbered(paper, head.number)}`, head.group.name].filter((part) => part !== '').join(', '),
    subject: head.title,
    author: head.group.organisation || head.group.name,
    draft,
    landscape: true,
    blocks: [
      ...titleBlock(paper, { head, title: t('title.decisionTable'), number: head.number, landscape: true }),
      ...(rows.length === 0
        ? [paper.line('Body', t('decision.none'))]
        : [
            ruledTable(
              paper,
              [
                { title: t('column.decisionNumber'), share: 8, align: 'center' },
                { title: t('column.decision'), share: 37 },
                { title: t('column.assignee'), share: 18 },
                { title: t('column.due'), share: 11, align: 'center' },
                { title: t('column.state'), share: 11, align: 'center' },
                { title: t('column.note'), share: 15 },
              ],
              rows.map(({ decision, dueOn, state, note }) => [
                { parts: [said(decision.number)] },
                { text: decision.text },
                { text: assigneeNames(paper, decision.assignees, ',\n') },
                { parts: [dueOn === null ? '–' : numericDay(paper, dueOn)] },
                { parts: [t(`state.${state}`)] },
                { text: note },
              ]),
              { landscape: true },
            ),
          ]),
    ],
  };
}
