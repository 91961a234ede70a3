import { signedHead } from '../memorandum/head.ts';
import { clauseParts, paragraphsIn } from '../memorandum/articles.ts';
import { partiesTable } from '../memorandum/parties.ts';
import { wordFileName } from '../paper/fileName.ts';
import { dayInWords } from '../paper/meeting.ts';
import { twips } from '../paper/look.ts';
import { memorandumReference } from '../paper/memoranda.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { ended, oneLine } from '../paper/typography.ts';
import type { AmendmentPaper } from './model.ts';

type Change = AmendmentPaper['changes'][number];

/** «Викласти статтю 3 «…» у такій редакції:» */
function whatChanges({ t }: Paper, { change, number, of, newNumber }: Change): string {
  const name = oneLine(of);
  if (change === 'adds') {
    if (newNumber !== null) return t('amendment.addsNumber', { number: newNumber });
    return number === null ? t('amendment.adds') : t('amendment.addsAfter', { number });
  }
  if (number === null && name === '')
    return t(change === 'replaces' ? 'amendment.replacesPreamble' : 'amendment.repealsPreamble');
  if (number === null) return t(change === 'replaces' ? 'amendment.replacesName' : 'amendment.repealsName', { name });
  return t(change === 'replaces' ? 'amendment.replaces' : 'amendment.repeals', { number });
}

/** The new words in quotation marks, with the numbers they will have in the memorandum. */
function newWords(paper: Paper, { change, number, newNumber, heading, of, text }: Change): Block[] {
  const { t } = paper;
  if (change === 'repeals') return [];
  const n = newNumber ?? (change === 'replaces' ? number : null);
  const title = oneLine(heading) || (change === 'replaces' ? oneLine(of) : '');
  const paragraphs = paragraphsIn(text);
  const lines: Part[][] = [
    ...(title === '' ? [] : [[...(n === null ? [] : [`${n}. `]), { said: title, bold: true }]]),
    ...paragraphs.map((paragraph, index): Part[] => [
      ...(n === null ? [] : [title === '' && paragraphs.length === 1 ? `${n}. ` : `${n}.${index + 1}. `]),
      ...clauseParts(paragraph),
    ]),
  ];
  return lines.map((parts, index) =>
    paper.line(
      'ClauseEntry',
      [
        ...(index === 0 ? [t('amendment.quoteOpen')] : []),
        ...parts,
        ...(index === lines.length - 1 ? [t('amendment.quoteClose')] : []),
      ],
      { indent: { left: twips(10) }, ...(index === 0 ? { keepNext: true } : {}) },
    ),
  );
}

/** An agreement that changes a memorandum. Layout: docs/forms/amendment.md. */
export function amendmentSheet(paper: Paper, model: AmendmentPaper): Sheet {
  const { t } = paper;
  const kind = t('name.amendment');
  // The sentence of the country around the memorandum's own words, which stay in their language.
  const [before = '', after = ''] = t('amendment.about', { memorandum: '\n' }).split('\n');
  const reference = memorandumReference(paper, model.memorandum, 'memorandum.kindGenitive');
  const list = { of: 'articles1' as const, level: 0 };
  const point = (parts: Part | readonly Part[], more: object = {}): Block =>
    paper.line('Clause', parts, {
      list,
      indent: { left: 0, firstLine: twips(paper.look.indent) },
      spacing: { before: 120 },
      ...more,
    });
  const begins =
    model.startsOn === null || model.startsOn === model.signedOn
      ? t('amendment.fromSigning')
      : t('amendment.fromDay', { date: dayInWords(paper, model.startsOn, 'locative') });
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: model.number,
      more: oneLine(model.memorandum.title).slice(0, 60),
      day: model.signedOn,
    }),
    title: [kind, oneLine(model.memorandum.title)].filter((part) => part !== '').join(', '),
    subject: oneLine(model.title) || oneLine(model.memorandum.title),
    author: model.parties[0]?.name ?? '',
    draft: model.draft,
    articles: [1],
    blocks: [
      ...signedHead(paper, {
        kind: t('title.amendment'),
        title: [before, ...reference, after],
        number: model.number,
        place: model.place,
        signedOn: model.signedOn,
      }),
      ...(model.preamble === ''
        ? []
        : [paper.line('Body', [said(model.preamble), t('amendment.agreed')], { spacing: { after: 80 } })]),
      ...model.changes.flatMap((change) => [
        point(change.change === 'repeals' ? ended(whatChanges(paper, change)) : whatChanges(paper, change), {
          keepNext: change.change !== 'repeals',
        }),
        ...newWords(paper, change),
      ]),
      point(t('amendment.rest'), { keepNext: true }),
      point(begins, { keepNext: true }),
      paper.line('Heading1', t('memorandum.signatures')),
      paper.line('Party', []),
      ...(model.parties.length === 0 ? [] : [partiesTable(paper, model.parties)]),
    ],
  };
}
