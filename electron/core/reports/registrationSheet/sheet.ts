import { wordFileName } from '../paper/fileName.ts';
import { office } from '../paper/meeting.ts';
import { nameInList } from '../paper/names.ts';
import type { Paper } from '../paper/paper.ts';
import type { Sheet } from '../paper/sheet.ts';
import { ruledTable } from '../paper/tables.ts';
import { titleBlock } from '../paper/titleBlock.ts';
import type { RegistrationModel } from './model.ts';

/** Empty lines for those who come unannounced. */
const spareRows = 5;

/** Room for a signature, in millimetres. */
const rowHeight = 11;

/** The sheet that people sign at the door. Layout: docs/forms/registration-sheet.md. */
export function registrationSheet(paper: Paper, { head, people }: RegistrationModel): Sheet {
  const { t, form } = paper;
  const kind = t('name.registrationSheet');
  const rowNumber = () => ({ paragraphs: [paper.line('Cell', [], { list: { of: 'rows' }, alignment: 'center' })] });
  const blank = { text: '' };
  return {
    name: wordFileName({ kind, numberSign: t('numberSign'), number: head.number, day: head.heldOn }),
    title: [kind, head.group.name].filter((part) => part !== '').join(', '),
    subject: head.title,
    author: head.group.organisation || head.group.name,
    draft: false,
    blocks: [
      ...titleBlock(paper, { head, title: t('title.registrationSheet'), number: null, withTime: true }),
      ruledTable(
        paper,
        [
          { title: t('column.number'), share: 10, align: 'center' },
          { title: t('column.fullName'), share: 33 },
          { title: t('column.office'), share: 37 },
          { title: t('column.signature'), share: 20 },
        ],
        [
          ...people.map((one) => [rowNumber(), { text: nameInList(one.name, form) }, { text: office(one) }, blank]),
          ...Array.from({ length: spareRows }, () => [rowNumber(), blank, blank, blank]),
        ],
        { rowHeight },
      ),
    ],
  };
}
