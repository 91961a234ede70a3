import type { Paragraph } from 'docx';
import type { PaperPerson } from '../../../../shared/contract/minutesModel.ts';
import { office } from './meeting.ts';
import { isWoman, nameInText } from './names.ts';
import { said, type Paper, type Part } from './paper.ts';
import { oneLine } from './typography.ts';

/** `Доповідач: Шевченко О. П., начальник управління`; nothing where there is nobody. */
export function rapporteurParts({ t, form }: Paper, rapporteur: PaperPerson | null): Part[] {
  if (rapporteur === null) return [];
  const who = [nameInText(rapporteur.name, form), office(rapporteur)].filter((part) => part !== '').join(', ');
  const label = t(isWoman(rapporteur.name) ? 'agenda.rapporteur.female' : 'agenda.rapporteur.male');
  return who === '' ? [] : [`${label}: `, said(who)];
}

/**
 * One item of an agenda in the list that Word numbers. What belongs to it stands in lines of the same paragraph, so that
 * no page parts an item from its rapporteur.
 */
export const agendaEntry = (paper: Paper, title: string, lines: readonly (readonly Part[])[]): Paragraph =>
  paper.line(
    'AgendaItem',
    [said(oneLine(title)), ...lines.filter((line) => line.length > 0).flatMap((line): Part[] => ['\n', ...line])],
    { list: { of: 'agenda' } },
  );
