import { agendaList } from '../agenda/blocks.ts';
import { wordFileName } from '../paper/fileName.ts';
import { atTime, authors, dayInWords, groupInHeading } from '../paper/meeting.ts';
import { addressLines, salutation } from '../paper/letter.ts';
import { nameAtSignature, nameInList } from '../paper/names.ts';
import { said, type Paper } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { signatureLine, signingChair } from '../paper/signatures.ts';
import { inCapitals } from '../paper/titleBlock.ts';
import { oneLine } from '../paper/typography.ts';
import type { InvitationModel } from './model.ts';

/** Whom the letter is for: organisation in the nominative, the person in the dative in Ukrainian (DSTU 4163:2020). */
function addressBlock(paper: Paper, { head, addressee }: InvitationModel): Block[] {
  const { t, form } = paper;
  if (addressee === null) {
    const group = groupInHeading(head, form);
    return [paper.line('Addressee', group === '' ? t('invitation.membersBare') : t('invitation.members', { group }))];
  }
  return addressLines(paper, addressee, addressee.organisation);
}

function whenAndWhere(paper: Paper, { head }: InvitationModel): Block[] {
  const { t } = paper;
  const day = dayInWords(paper, head.heldOn, 'nominative');
  const when = head.startsAt === null ? day : `${day}, ${atTime(paper, head.startsAt)}`;
  const place = oneLine(head.place);
  const link = oneLine(head.link);
  return [
    paper.line('Body', t('invitation.when', { when })),
    ...(place === '' ? [] : [paper.line('Body', t('invitation.place', { place }))]),
    ...(link === '' ? [] : [paper.line('Body', t('invitation.link', { link }))]),
  ];
}

/** An invitation to a meeting as a letter. Layout: docs/forms/invitation.md. */
export function invitationSheet(paper: Paper, model: InvitationModel): Sheet {
  const { t, form } = paper;
  const { head, addressee, lines, reportsOn } = model;
  const kind = t('name.invitation');
  const group = groupInHeading(head, form);
  const invite = group === '' ? t(`bareInvite.${head.kind}`) : t(`invite.${head.kind}`, { group });
  const subject = oneLine(head.title);
  const withPapers = lines.some(({ materials }) => materials.length > 0);
  const chair = head.chair;
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: head.number,
      more: addressee === null ? '' : nameInList(addressee.name, form),
      day: head.heldOn,
    }),
    title: [kind, head.group.name].filter((part) => part !== '').join(', '),
    subject,
    author: head.group.organisation || head.group.name,
    draft: false,
    blocks: [
      ...authors(paper, head).map((name) => paper.line('Author', said(name))),
      paper.line('Place', []),
      ...addressBlock(paper, model),
      paper.line('Title', inCapitals(paper, t('title.invitation'))),
      paper.line('Body', salutation(paper, addressee), { spacing: { before: 120, after: 120 } }),
      paper.line('Body', invite),
      ...(subject === '' ? [] : [paper.line('Body', t('invitation.subject', { subject }))]),
      ...whenAndWhere(paper, model),
      ...(lines.length === 0 ? [] : [paper.line('Label', t('invitation.agenda')), ...agendaList(paper, lines)]),
      ...(reportsOn.length === 0
        ? []
        : [
            paper.line('Body', t('invitation.yourReport', { items: reportsOn.join(', ') }), {
              spacing: { before: 160 },
            }),
          ]),
      paper.line('Body', t('invitation.answer'), { keepNext: true, keepLines: true, spacing: { before: 160 } }),
      ...(withPapers ? [paper.line('Body', t('invitation.materials'), { keepNext: true })] : []),
      paper.line('Body', t('invitation.regards'), { keepNext: true, spacing: { before: 240 } }),
      signatureLine(paper, t(signingChair(chair)), chair === null ? '' : nameAtSignature(chair.name, form), {
        last: true,
      }),
    ],
  };
}
