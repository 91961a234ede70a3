import { agendaEntry, rapporteurParts } from '../paper/agendaEntry.ts';
import { said, type Paper, type Part } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import type { AgendaLine } from './model.ts';

/** `10:25–10:40`, or how many minutes are planned where the hours are not known; empty where nothing is. */
export function hoursOf({ t }: Paper, { from, until, minutesPlanned }: AgendaLine): string {
  if (from !== null && until !== null) return `${from}–${until}`;
  return minutesPlanned === null ? '' : t('agenda.minutes', { count: minutesPlanned });
}

/** The agenda as a list: item, hour, rapporteur and papers. Also within an invitation. */
export function agendaList(paper: Paper, lines: readonly AgendaLine[]): Block[] {
  const { t } = paper;
  if (lines.length === 0) return [paper.line('Body', t('agenda.empty'))];
  return lines.map((line) => {
    const hours = hoursOf(paper, line);
    const who = rapporteurParts(paper, line.rapporteur);
    const files = line.materials.map(oneLine).filter((name) => name !== '');
    const papers: Part[] = files.length === 0 ? [] : [`${t('agenda.materials')}: `, said(files.join('; '))];
    return agendaEntry(paper, line.title, [
      [...(hours === '' ? [] : [`${hours}${who.length === 0 ? '' : ' · '}`]), ...who],
      papers,
    ]);
  });
}
