import { wordFileName } from '../paper/fileName.ts';
import { dayInWords, numbered, numericDay } from '../paper/meeting.ts';
import { said, type Paper } from '../paper/paper.ts';
import { asOf, groupOf, registerHead, registerSignature } from '../paper/register.ts';
import type { Sheet } from '../paper/sheet.ts';
import { ruledTable, type Cell, type Row } from '../paper/tables.ts';
import { oneLine } from '../paper/typography.ts';
import type { MemorandumRegisterModel } from './model.ts';

type Line = MemorandumRegisterModel['rows'][number];

const centred = (paper: Paper, lines: readonly string[]): Cell => ({
  paragraphs: lines.filter((line) => line !== '').map((line) => paper.line('Cell', line, { alignment: 'center' })),
});

/** «з 12.05.2016 до 31.12.2027», «безстроковий», «автоматично подовжується». */
function termCell(paper: Paper, { term, validity, terminatedOn, state }: Line): Cell {
  const { t } = paper;
  const { startsOn, endsOn } = term;
  return centred(paper, [
    startsOn === null ? '–' : t('memorandumRegister.from', { date: numericDay(paper, startsOn) }),
    endsOn === null
      ? validity === 'openEnded'
        ? t('memorandumRegister.openEnded')
        : ''
      : t('memorandumRegister.until', { date: numericDay(paper, endsOn) }),
    validity === 'autoRenewing' && state !== 'terminated' ? t('memorandumRegister.renews') : '',
    state === 'terminated' && terminatedOn !== null
      ? t('memorandumRegister.terminated', { date: numericDay(paper, terminatedOn) })
      : '',
  ]);
}

const obligationsCell = (paper: Paper, { obligations, unfinished, overdue }: Line): Cell =>
  centred(
    paper,
    obligations === 0
      ? ['–']
      : [
          paper.t('memorandumRegister.obligations', { n: obligations }),
          unfinished === 0 ? '' : paper.t('memorandumRegister.unfinished', { n: unfinished }),
          overdue === 0 ? '' : paper.t('memorandumRegister.overdue', { n: overdue }),
        ],
  );

function cells(paper: Paper, line: Line): Row {
  const { t } = paper;
  const { number, signedOn, title, subject, parties, term, state } = line;
  const about = oneLine(subject);
  return [
    { paragraphs: [paper.line('Cell', [], { list: { of: 'rows' }, alignment: 'center' })] },
    centred(paper, [
      oneLine(number) === '' ? (signedOn === null ? t('memorandumRegister.unsigned') : '') : numbered(paper, number),
      signedOn === null ? '' : numericDay(paper, signedOn),
    ]),
    {
      paragraphs: [
        paper.line('Cell', said(oneLine(title))),
        ...(about === '' || about === oneLine(title)
          ? []
          : [paper.line('Cell', said(about), { spacing: { before: 40 } })]),
      ],
    },
    { paragraphs: parties.map(({ name }) => paper.line('Cell', said(name))) },
    termCell(paper, line),
    centred(paper, [term.noticeOn === null ? '–' : numericDay(paper, term.noticeOn)]),
    centred(paper, [t(`memorandumState.${state}`)]),
    obligationsCell(paper, line),
  ];
}

/** The register of memoranda, on paper laid across. Layout: docs/forms/memorandum-register.md. */
export function memorandumRegisterSheet(paper: Paper, model: MemorandumRegisterModel): Sheet {
  const { t } = paper;
  const { frame, rows, states } = model;
  const kind = t('name.memorandumRegister');
  // In Latvian a genitive could not stand behind the title.
  const group = paper.form === 'lv' ? oneLine(frame.group?.name ?? '') : groupOf(paper, frame);
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: '',
      more: frame.group?.shortName ?? '',
      day: frame.day,
    }),
    title: [kind, frame.group?.name ?? '', dayInWords(paper, frame.day)].filter((part) => part !== '').join(', '),
    subject: '',
    author: frame.organisation || (frame.group?.name ?? ''),
    draft: false,
    landscape: true,
    blocks: [
      ...registerHead(paper, frame, {
        title: t('title.memorandumRegister'),
        about: group,
        lines: [
          ...(states.length === 0
            ? []
            : [
                [
                  `${t('memorandumRegister.states')}: ${states.map((state) => t(`memorandumState.${state}`)).join(', ')}`,
                ],
              ]),
          [asOf(paper, frame.day)],
        ],
      }),
      ...(rows.length === 0
        ? [paper.line('Body', t('memorandumRegister.none'))]
        : [
            ruledTable(
              paper,
              [
                { title: t('column.decisionNumber'), share: 5, align: 'center' },
                { title: t('column.numberAndDate'), share: 11, align: 'center' },
                { title: t('column.memorandum'), share: 20 },
                { title: t('column.parties'), share: 18 },
                { title: t('column.term'), share: 13, align: 'center' },
                { title: t('column.notice'), share: 12, align: 'center' },
                { title: t('column.memorandumState'), share: 9, align: 'center' },
                { title: t('column.obligations'), share: 12, align: 'center' },
              ],
              rows.map((line) => cells(paper, line)),
              { landscape: true },
            ),
          ]),
      ...registerSignature(paper, frame),
    ],
  };
}
