import { languages } from '../../../../shared/languages.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';
import { wordFileName } from '../paper/fileName.ts';
import { twips } from '../paper/look.ts';
import { authors, dayInWords, heading, numbered, numericDay } from '../paper/meeting.ts';
import { nameAtSignature, nameInList } from '../paper/names.ts';
import { said, type Paper } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { signatureLine, signingChair, signingSecretary } from '../paper/signatures.ts';
import { dateAndNumber, inCapitals } from '../paper/titleBlock.ts';
import { oneLine, paragraphsOf } from '../paper/typography.ts';
import type { CorrectionModel } from './model.ts';

/** A text in quotation marks of its own: a paragraph of the page, not of the form. */
const quoted = (paper: Paper, text: string): Block[] =>
  paper.text('Body', text, { indent: { left: twips(10), firstLine: 0 } });

/** The name noted with the correction, written as beside a signature where it is that of the officer of the meeting. */
function signingName(paper: Paper, noted: string, officer: MinutesModel['chair']): string {
  const name = oneLine(noted);
  if (officer === null) return name;
  const isOfficer = name === '' || languages.some((language) => nameInList(officer.name, language) === name);
  return isOfficer ? nameAtSignature(officer.name, paper.form) : name;
}

/** A correction of signed minutes: what they say, what they should say, why. Layout: docs/forms/correction.md. */
export function correctionSheet(paper: Paper, model: CorrectionModel): Sheet {
  const { t, form } = paper;
  const { head, item, was, now, reason } = model;
  const kind = t('name.correction');
  const minutes = t('ofMinutes', {
    heading: heading(paper, head),
    date: form === 'lt' ? numericDay(paper, head.heldOn) : dayInWords(paper, head.heldOn, 'genitive'),
    number: numbered(paper, head.number),
  });
  const chair = signingName(paper, model.chairName, head.chair);
  const secretary = signingName(paper, model.secretaryName, head.secretary);
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: head.number,
      more: model.number === '' ? '' : `(${model.number})`,
      day: model.correctedOn,
    }),
    title: [`${kind} ${numbered(paper, head.number)}`, head.group.name].filter((part) => part !== '').join(', '),
    subject: head.title,
    author: head.group.organisation || head.group.name,
    draft: false,
    blocks: [
      ...authors(paper, head).map((name) => paper.line('Author', said(name))),
      // The Lithuanian title is one phrase that ends in the kind.
      ...(form === 'lt'
        ? [paper.line('Title', minutes)]
        : [paper.line('Title', inCapitals(paper, t('title.correction'))), paper.line('Subtitle', minutes)]),
      dateAndNumber(paper, model.correctedOn, model.number),
      paper.line('Place', said(oneLine(head.place))),
      ...(item === null
        ? []
        : [paper.line('Listed', t('correction.item', { item: `${item.position}. ${oneLine(item.title)}` }))]),
      ...(oneLine(was) === ''
        ? [paper.line('Part', t('correction.added'))]
        : [paper.line('Part', t('correction.was')), ...quoted(paper, was), paper.line('Part', t('correction.now'))]),
      ...quoted(paper, now),
      paper.line('Body', t('correction.reason', { reason: paragraphsOf(reason).join(' ') }), {
        spacing: { before: 160 },
      }),
      signatureLine(paper, t(signingChair(head.chair)), chair),
      signatureLine(paper, t(signingSecretary(head.secretary)), secretary, { last: true }),
    ],
  };
}
