import type { Language } from '../../../../shared/languages.ts';
import { resolutions } from '../minutes/forms/en.ts';
import { decisionsLt } from '../minutes/forms/lt.ts';
import { decisionsLv } from '../minutes/forms/lv.ts';
import { decisions as decisionsUk } from '../minutes/forms/uk.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';
import { wordFileName } from '../paper/fileName.ts';
import { numbered } from '../paper/meeting.ts';
import { nameAtSignature } from '../paper/names.ts';
import { said, type Paper } from '../paper/paper.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { signatureLine, signatures, signingSecretary } from '../paper/signatures.ts';
import { titleBlock } from '../paper/titleBlock.ts';
import { oneLine } from '../paper/typography.ts';
import type { ExtractModel } from './model.ts';

const decided: Record<Language, (paper: Paper, model: MinutesModel, item: ExtractModel['item']) => Block[]> = {
  uk: (paper, model, item) => decisionsUk(paper, model, item.decisions),
  en: resolutions,
  lt: decisionsLt,
  lv: decisionsLv,
};

/** Who certifies and when: mark, office, room for the signature, name, date. */
function certification(paper: Paper, { secretary }: MinutesModel): Block[] {
  const { t, form } = paper;
  return [
    paper.line('Label', t('certified.mark'), { spacing: { before: 480 } }),
    signatureLine(
      paper,
      t(signingSecretary(secretary)),
      secretary === null ? '' : nameAtSignature(secretary.name, form),
      { last: true, dated: true },
    ),
  ];
}

/**
 * An extract: the heading of the minutes, only the item and decision asked for under their own numbers, the names of those
 * who signed, the mark of certification. Layout: docs/forms/extract.md.
 */
export function extractSheet(paper: Paper, { printed, item, decision }: ExtractModel): Sheet {
  const { t } = paper;
  const { model, draft } = printed;
  const kind = t('name.extract');
  const dot = paper.form === 'lt' && !item.title.trim().endsWith('.') ? '.' : '';
  return {
    name: wordFileName({
      kind,
      numberSign: t('numberSign'),
      number: decision.number || model.number,
      day: model.heldOn,
    }),
    title: [`${kind} ${numbered(paper, model.number)}`, model.group.name].filter((part) => part !== '').join(', '),
    subject: item.title,
    author: model.group.organisation || model.group.name,
    draft,
    starts: { item: item.position, decision: decision.n ?? 1 },
    blocks: [
      ...titleBlock(paper, { head: model, title: t('title.extract'), number: model.number }),
      paper.line('Heading2', [said(oneLine(item.title)), dot], { list: { of: 'items' } }),
      ...decided[paper.form](paper, model, { ...item, decisions: [decision] }),
      ...(paper.form === 'en' ? [] : signatures(paper, model, draft ? {} : { mark: t('sign.mark') })),
      ...certification(paper, model),
    ],
  };
}
