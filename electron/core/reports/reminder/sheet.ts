import { addressLines, salutation } from '../paper/letter.ts';
import { wordFileName } from '../paper/fileName.ts';
import { dateAndNumberWords, memorandumReference } from '../paper/memoranda.ts';
import { dayAfterUntil, dayInWords, numbered } from '../paper/meeting.ts';
import { said, type Paper } from '../paper/paper.ts';
import { dueCell } from '../paper/carriedOut.ts';
import {
  contactLine,
  groupOf,
  minutesWords,
  overdueWords,
  registerAuthors,
  registerSignature,
} from '../paper/register.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { gap, ruledTable, type Cell } from '../paper/tables.ts';
import type { Owed, ReminderModel } from './model.ts';

/** The paper that charges with it: minutes with the decision's number, or a memorandum. */
function basisCell(paper: Paper, { of }: Owed): Cell {
  if ('memorandum' in of) {
    const reference = memorandumReference(paper, { ...of.memorandum, signedOn: null, number: '' });
    const signed = dateAndNumberWords(paper, of.memorandum);
    return {
      paragraphs: [paper.line('Cell', reference), ...(signed === '' ? [] : [paper.line('Cell', signed)])],
    };
  }
  return {
    paragraphs: [
      paper.line('Cell', minutesWords(paper, of.meeting)),
      ...(of.number === '' ? [] : [paper.line('Cell', paper.t('reminder.item', { number: of.number }))]),
    ],
  };
}

/** What the letter lists: its heading and its first sentence name it. */
function whatIsOwed(owed: readonly Owed[]): 'decisions' | 'obligations' | 'both' {
  const decisions = owed.some(({ of }) => 'meeting' in of);
  const obligations = owed.some(({ of }) => 'memorandum' in of);
  if (decisions && obligations) return 'both';
  return decisions ? 'decisions' : 'obligations';
}

/** Date, number and addressee in the order of the country. */
function letterHead(paper: Paper, { frame, addressee }: ReminderModel): Block[] {
  const { form } = paper;
  const date = paper.line('DateLine', `${dayInWords(paper, frame.day)} ${numbered(paper, '')}`, {
    alignment: 'left',
    spacing: { before: 200, after: 240 },
  });
  const to = addressLines(paper, addressee.person, addressee.organisation, addressee.address);
  return [
    ...registerAuthors(paper, frame).map((name) => paper.line('Author', said(name))),
    ...(form === 'lt' ? [paper.line('Place', []), ...to, date] : [date, ...to]),
  ];
}

/** A letter that reminds an organisation of what it owes. Layout: docs/forms/reminder.md. */
export function reminderSheet(paper: Paper, model: ReminderModel): Sheet {
  const { t, form } = paper;
  const { frame, addressee, owed, answerBy } = model;
  const kind = t('name.reminder');
  const group = groupOf(paper, frame);
  const date = dayInWords(paper, frame.day);
  const kinds = whatIsOwed(owed);
  const what = t(`reminder.${kinds}`);
  const overdue = owed.filter(({ state }) => state === 'overdue').length;
  const about = t(`reminder.about.${kinds}`);
  return {
    name: wordFileName({ kind, numberSign: t('numberSign'), number: '', more: addressee.organisation, day: frame.day }),
    title: [kind, addressee.organisation].join(', '),
    subject: about,
    author: frame.organisation || (frame.group?.name ?? ''),
    draft: false,
    blocks: [
      ...letterHead(paper, model),
      paper.line('Subtitle', form === 'lt' ? about.toLocaleUpperCase('lt') : about, {
        alignment: 'left',
        spacing: { before: 360, after: 200 },
      }),
      ...(form === 'lt' ? [] : [paper.line('Body', salutation(paper, addressee.person), { spacing: { after: 120 } })]),
      paper.line(
        'Body',
        group === '' ? t('reminder.lead', { date, what }) : t('reminder.leadOf', { date, what, group }),
      ),
      ...(overdue === 0 ? [] : [paper.line('Body', t('reminder.overdue', { n: overdue }))]),
      gap(paper),
      ruledTable(
        paper,
        [
          { title: t('column.decisionNumber'), share: 8, align: 'center' },
          { title: t('column.owed'), share: 42 },
          { title: t('column.basis'), share: 25 },
          { title: t('column.due'), share: 25, align: 'center' },
        ],
        owed.map((row): Cell[] => {
          const due = dueCell(paper, row, []);
          const late =
            row.state === 'overdue'
              ? [paper.line('Cell', overdueWords(paper, row.daysLeft), { alignment: 'center' })]
              : [];
          return [
            { paragraphs: [paper.line('Cell', [], { list: { of: 'rows' }, alignment: 'center' })] },
            { text: row.text },
            basisCell(paper, row),
            { paragraphs: ['paragraphs' in due ? due.paragraphs : [], late].flat() },
          ];
        }),
      ),
      paper.line('Body', t('reminder.ask', { date: dayAfterUntil(paper, answerBy) }), {
        spacing: { before: 200 },
        keepNext: true,
        keepLines: true,
      }),
      ...(form === 'lt'
        ? []
        : [paper.line('Body', t('invitation.regards'), { keepNext: true, spacing: { before: 240 } })]),
      ...registerSignature(paper, frame),
      ...contactLine(paper, frame),
    ],
  };
}
