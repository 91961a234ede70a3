import { TabStopType, type Paragraph } from 'docx';
import type { Language } from '../../../../shared/languages.ts';
import type { MinutesModel, PaperName } from '../../../../shared/contract/minutesModel.ts';
import { textWidth, twips } from './look.ts';
import { isWoman, nameAtSignature } from './names.ts';
import { said, type Paper } from './paper.ts';
import type { PaperWord } from './words.ts';

type Officer = MinutesModel['chair'];

/** The office beside a signature: `Голова`, «Головуюча», `Posėdžio pirmininkė`, `Sēdes vadītājs`. */
export function signingChair(chair: Officer): PaperWord {
  const woman = chair !== null && isWoman(chair.name);
  if (chair?.acting) return woman ? 'sign.actingFemale' : 'sign.actingMale';
  return woman ? 'sign.chairFemale' : 'sign.chairMale';
}

export const signingSecretary = (secretary: Officer): PaperWord =>
  secretary !== null && isWoman(secretary.name) ? 'sign.secretaryFemale' : 'sign.secretaryMale';

/** Where the name of the person who signs begins, in millimetres from the left margin (uk: DSTU 4163:2020, 125 mm). */
const nameAt: Record<Language, number> = { uk: 125, en: 110, lt: 120, lv: 120 };

/** Letters of a name that the room beside a signature has on one line. */
const longestName = 24;

/**
 * One line: office, room for the signature, name.
 * @param mark printed where the signature would stand, in copies: «(підпис)»
 * @param dated with a line for the date below it
 */
export function signatureLine(
  paper: Paper,
  office: string,
  name: string,
  options: { mark?: string; last?: boolean; dated?: boolean } = {},
): Paragraph {
  const at = Math.min(nameAt[paper.form], textWidth(paper.look) - 40);
  const date = options.dated ? [`\n\n${paper.t('sign.date')}: ______________________`] : [];
  // A long name goes on below where it begins, not below the office.
  const hanging = name.length > longestName ? { indent: { left: twips(at), hanging: twips(at) } } : {};
  return paper.line('Signature', [office, options.mark ? `\t${options.mark}\t` : '\t\t', said(name), ...date], {
    keepNext: !(options.last ?? false),
    ...hanging,
    tabStops: [
      { type: TabStopType.CENTER, position: twips(at - 32) },
      { type: TabStopType.LEFT, position: twips(at) },
    ],
  });
}

const nameOf = (name: PaperName | undefined, paper: Paper): string =>
  name === undefined ? '' : nameAtSignature(name, paper.form);

/** Chair and secretary sign (in English the chair alone, with the date, at the next meeting). */
export function signatures(
  paper: Paper,
  { chair, secretary }: Pick<MinutesModel, 'chair' | 'secretary'>,
  options: { mark?: string } = {},
): Paragraph[] {
  const { t, form } = paper;
  const chairLine = (last: boolean) =>
    signatureLine(paper, t(signingChair(chair)), nameOf(chair?.name, paper), { ...options, last });
  if (form === 'en')
    return [
      paper.line('Note', `${t('sign.signed')}:`, { keepNext: true, spacing: { before: 360 } }),
      signatureLine(paper, t(signingChair(chair)), nameOf(chair?.name, paper), { ...options, last: true, dated: true }),
    ];
  return [
    chairLine(false),
    signatureLine(paper, t(signingSecretary(secretary)), nameOf(secretary?.name, paper), { ...options, last: true }),
  ];
}
