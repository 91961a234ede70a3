import { office } from '../paper/meeting.ts';
import { isWoman, nameInText } from '../paper/names.ts';
import { said, type Paper } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { oneLine } from '../paper/typography.ts';
import type { AgendaLine } from './model.ts';

/** The agenda as a list that Word numbers: item, rapporteur, hour and papers below it. Also within an invitation. */
export function agendaList(paper: Paper, lines: readonly AgendaLine[]): Block[] {
  const { t, form } = paper;
  if (lines.length === 0) return [paper.line('Body', t('agenda.empty'))];
  return lines.flatMap(({ title, rapporteur, from, until, minutesPlanned, materials }) => {
    const hours =
      from !== null && until !== null
        ? `${from}–${until}`
        : minutesPlanned === null
          ? ''
          : t('agenda.minutes', { count: minutesPlanned });
    const who =
      rapporteur === null
        ? ''
        : [nameInText(rapporteur.name, form), office(rapporteur)].filter((part) => part !== '').join(', ');
    const label = t(
      rapporteur !== null && isWoman(rapporteur.name) ? 'agenda.rapporteur.female' : 'agenda.rapporteur.male',
    );
    const under = { indent: { left: 567 } };
    const files = materials.map(oneLine).filter((name) => name !== '');
    return [
      paper.line('AgendaItem', said(title), { list: { of: 'agenda' }, keepNext: who !== '' || hours !== '' }),
      ...(who === '' && hours === ''
        ? []
        : [
            paper.line(
              'Under',
              [
                ...(who === '' ? [] : [`${label}: `, said(who)]),
                hours === '' ? '' : `${who === '' ? '' : ' · '}${hours}`,
              ],
              under,
            ),
          ]),
      ...(files.length === 0
        ? []
        : [paper.line('Under', [`${t('agenda.materials')}: `, said(files.join('; '))], under)]),
    ];
  });
}
