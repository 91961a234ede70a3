import { wordFileName } from '../paper/fileName.ts';
import { dateAndNumberWords } from '../paper/memoranda.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import { articles, type PaperClause } from './articles.ts';
import { signedHead } from './head.ts';
import type { MemorandumPaper } from './model.ts';
import { partiesTable, type SigningParty } from './parties.ts';

/** The last article brings the heading of the signatures itself, in any of the four languages. */
const ofSignatures = /підпис|реквізит|signature|parašai|rekvizitai|paraksti|rekvizīti/iu;

/** Details and signatures, under a heading of their own unless the text ends in one. */
export function signatureBlocks(
  paper: Paper,
  clauses: readonly PaperClause[],
  parties: readonly SigningParty[],
): Block[] {
  if (parties.length === 0) return [];
  const hasHeading = ofSignatures.test(clauses.at(-1)?.heading ?? '');
  return [
    ...(hasHeading ? [] : [paper.line('Heading1', paper.t('memorandum.signatures'))]),
    paper.line('Party', []),
    partiesTable(paper, parties),
  ];
}

/** Title and what stands below it: where the title names a kind itself («Угода про …»), it stands alone. */
export function kindAndTitle(paper: Paper, kind: string, title: string): { kind: string; title: Part[] } {
  const words = oneLine(title);
  const low = (text: string): string => text.toLocaleLowerCase(paper.form);
  if (words === '') return { kind, title: [] };
  return low(words).includes(low(kind)) ? { kind: words, title: [] } : { kind, title: [said(words)] };
}

/** A memorandum as the parties sign it. Layout: docs/forms/memorandum.md. */
export function memorandumSheet(paper: Paper, model: MemorandumPaper): Sheet {
  const { t } = paper;
  const kind = t('name.memorandum');
  const { blocks, starts } = articles(paper, model.clauses);
  const amended = model.amendments.map((one) => dateAndNumberWords(paper, one)).filter((each) => each !== '');
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: model.number,
      more: oneLine(model.title).slice(0, 60),
      day: model.signedOn,
    }),
    title: [kind, oneLine(model.title)].filter((part) => part !== '').join(' '),
    subject: oneLine(model.title),
    author: model.parties[0]?.name ?? '',
    draft: model.draft,
    articles: starts,
    blocks: [
      ...signedHead(paper, {
        ...kindAndTitle(paper, t('title.memorandum'), model.title),
        number: model.number,
        place: model.place,
        signedOn: model.signedOn,
      }),
      ...(amended.length === 0
        ? []
        : [
            paper.line('Note', t('memorandum.amended', { count: amended.length, list: amended.join('; ') }), {
              spacing: { before: 0, after: 200 },
            }),
          ]),
      ...blocks,
      ...signatureBlocks(paper, model.clauses, model.parties),
    ],
  };
}
