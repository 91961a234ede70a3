import { foldText } from '../../../../shared/rules/fold.ts';
import type { ProfessionGroup } from '../../../../shared/vocabulary.ts';

/**
 * Beginnings of words by which a position tells its group, in the four languages, folded; the first that fits counts, so
 * that a social pedagogue is no social worker and a school's psychologist no teacher.
 */
const beginnings: readonly (readonly [ProfessionGroup, RegExp])[] = [
  ['psychologist', /психолог|psycholog|psicholog|psiholog/u],
  ['socialPedagogue', /педагог|вчител|учител|викладач|вихов|pedagog|teacher|mokytoj|skolotaj/u],
  ['socialWorker', /соц\.|соціальн|social|socialin/u],
  ['borderGuard', /прикордон|border|pasien|robezsarg/u],
  ['prosecutor', /прокур|prosecut|prokur/u],
  ['judge', /судд|judge|teisej|tiesnes/u],
  ['police', /поліц|полісмен|дільничн|polic/u],
  ['health', /лікар|медич|медсест|фельдшер|doctor|nurse|health|gydytoj|slaugytoj|arsts|arste|medmas|medic/u],
  ['migrationService', /міграц|migra/u],
  ['employmentService', /зайнят|employment|uzimtum|nodarbinatib/u],
  ['media', /журналіст|редактор|кореспондент|journalist|editor|reporter|zurnalist|redaktor/u],
  ['youth', /студент|учень|учениц|школяр|pupil|student|moksleiv|skolen|jaunim|jaunies/u],
  ['ngo', /громадськ|волонтер|(?:^|[^\p{L}])го(?:$|[^\p{L}])|(?:^| )(?:ngo|nvo)(?:$| )|volunteer|savanor|brivpratig/u],
  [
    'localAuthority',
    /голова|депутат|старост|ради(?:$|[^\p{L}])|адміністрац|виконавч|виконком|держслужб|mayor|council|municipal|deputat|meras|savivaldyb|pasvaldib|tarybos|domes/u,
  ],
];

/** The group of a position in somebody's own words; null where nothing tells it. */
export function professionOf(position: string): ProfessionGroup | null {
  const text = foldText(position);
  return beginnings.find(([, words]) => words.test(text))?.[0] ?? null;
}
