import { nameInText } from '../paper/names.ts';
import { office } from '../paper/meeting.ts';
import { said, type Paper } from '../paper/paper.ts';
import { wordFileName } from '../paper/fileName.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { ruledTable } from '../paper/tables.ts';
import { titleBlock } from '../paper/titleBlock.ts';
import { agendaList, hoursOf } from './blocks.ts';
import type { AgendaLine, AgendaModel } from './model.ts';

const leadOf = ({ form }: Paper, { rapporteur }: AgendaLine): string =>
  rapporteur === null
    ? ''
    : [nameInText(rapporteur.name, form), office(rapporteur)].filter((part) => part !== '').join(', ');

/** English agendas are tables: item, lead, time. */
function agendaTable(paper: Paper, lines: readonly AgendaLine[]): Block {
  const { t } = paper;
  return ruledTable(
    paper,
    [
      { title: t('column.number'), share: 9, align: 'center' },
      { title: t('column.item'), share: 49 },
      { title: t('column.lead'), share: 28 },
      { title: t('column.time'), share: 14, align: 'center' },
    ],
    lines.map((line) => [
      { paragraphs: [paper.line('Cell', [], { list: { of: 'rows' }, alignment: 'center' })] },
      {
        paragraphs: [
          paper.line('Cell', said(line.title)),
          ...line.materials.map((name) => paper.line('Cell', [`${t('agenda.materials')}: `, said(name)])),
        ],
      },
      { text: leadOf(paper, line) },
      { parts: [hoursOf(paper, line)] },
    ]),
  );
}

/** The agenda that goes out before the meeting. Layout: docs/forms/agenda.md. */
export function agendaSheet(paper: Paper, { head, lines }: AgendaModel): Sheet {
  const { t } = paper;
  const kind = t('name.agenda');
  return {
    name: wordFileName({ kind, numberSign: t('numberSign'), number: head.number, day: head.heldOn }),
    title: [kind, head.group.name].filter((part) => part !== '').join(', '),
    subject: head.title,
    author: head.group.organisation || head.group.name,
    draft: false,
    blocks: [
      ...titleBlock(paper, { head, title: t('title.agenda'), number: null, withTime: true }),
      ...(paper.form === 'en' && lines.length > 0 ? [agendaTable(paper, lines)] : agendaList(paper, lines)),
    ],
  };
}
