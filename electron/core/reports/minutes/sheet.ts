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
import type { MinutesModel } from './schema.ts';

const forms: Record<Language, (paper: Paper, model: MinutesModel, options: { short: boolean }) => Block[]> = {
  uk: minutesUk,
  en: minutesEn,
  lt: minutesLt,
  lv: minutesLv,
};

/** The minutes of a meeting as a form writes them; the short form has no course of the discussion. */
export function minutesSheet(paper: Paper, printed: PrintedMinutes, options: { short: boolean }): Sheet {
  const { model, draft, corrections } = printed;
  const { t } = paper;
  const kind = t(options.short ? 'name.shortMinutes' : 'name.minutes');
  const dates = corrections.map(({ correctedOn }) => numericDay(paper, correctedOn)).join(', ');
  return {
    name: wordFileName({ kind, numberSign: t('numberSign'), number: model.number, day: model.heldOn }),
    title: [`${kind} ${numbered(paper, model.number)}`, model.group.name].filter((part) => part !== '').join(', '),
    subject: model.title,
    author: model.group.organisation || model.group.name,
    draft,
    blocks: [
      ...forms[paper.form](paper, model, options),
      ...(dates === '' ? [] : [paper.line('Note', t('corrections.made', { dates }), { spacing: { before: 480 } })]),
    ],
  };
}
