import type { Language } from '../../../../shared/languages.ts';
import type { Paper } from '../paper/paper.ts';
import { numbered, numericDay } from '../paper/meeting.ts';
import { wordFileName } from '../paper/fileName.ts';
import type { Block, Sheet } from '../paper/sheet.ts';
import { minutesEn } from './forms/en.ts';
import { minutesLt } from './forms/lt.ts';
import { minutesLv } from './forms/lv.ts';
import { minutesUk } from './forms/uk.ts';
import type { PrintedMinutes } from './printed.ts';
import type { MinutesModel } from '../../../../shared/contract/minutesModel.ts';

const forms: Record<Language, (paper: Paper, model: MinutesModel, options: { short: boolean }) => Block[]> = {
  uk: minutesUk,
  en: minutesEn,
  lt: minutesLt,
  lv: minutesLv,
};

/** The minutes of a meeting as a form writes them; the short form has no course of the discussion. */
export function minutesSheet(paper: Paper, printed: PrintedMinutes, options: { short: boolean }): Sheet {
  const { model, draft, corrections, superseded } = printed;
  const { t } = paper;
  const kind = t(options.short ? 'name.shortMinutes' : 'name.minutes');
  const dates = corrections.map(({ correctedOn }) => numericDay(paper, correctedOn)).join(', ');
  const note = (words: string, spacing: { before?: number; after?: number }) => paper.line('Note', words, { spacing });
  // Both may bear one number and one day: the agency tells them apart.
  const inForce = ({ number, signedOn, agency }: NonNullable<PrintedMinutes['superseded']>): string =>
    t('supersededBy', {
      number: numbered(paper, number),
      signed: `${numericDay(paper, signedOn)}${agency === '' ? '' : ` (${agency})`}`,
    });
  return {
    name: wordFileName({
      kind: superseded === null ? kind : `${kind} ${t('superseded').toLowerCase()}`,
      numberSign: t('numberSign'),
      number: model.number,
      day: model.heldOn,
    }),
    title: [
      `${kind} ${numbered(paper, model.number)}`,
      model.group.name,
      superseded === null ? '' : t('superseded').toLowerCase(),
    ]
      .filter((part) => part !== '')
      .join(', '),
    subject: model.title,
    author: model.group.organisation || model.group.name,
    draft,
    superseded: superseded !== null,
    blocks: [
      // Before all else: whoever has this sheet in hand must not act on it.
      ...(superseded === null ? [] : [note(inForce(superseded), { after: 240 })]),
      ...forms[paper.form](paper, model, options),
      ...(dates === '' ? [] : [note(t('corrections.made', { dates }), { before: 480 })]),
    ],
  };
}
