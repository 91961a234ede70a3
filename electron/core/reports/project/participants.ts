import { countryName, isCountry } from '../../../../shared/rules/regionNames.ts';
import { localeTags } from '../../../../shared/languages.ts';
import {
  ageBands,
  participantSexes,
  professionGroups,
  type ParticipantDimension,
} from '../../../../shared/vocabulary.ts';
import type { Part } from '../paper/paper.ts';
import { said } from '../paper/paper.ts';
import type { Block } from '../paper/sheet.ts';
import { stacked, titledTable, words } from './blocks.ts';
import type { Desk } from './desk.ts';

/** Participants of held activities of one kind, by one of the ways they are counted. */
export interface ParticipantSum {
  dimension: ParticipantDimension;
  key: string;
  /** Null: there were some, nobody knows how many. */
  people: number | null;
}

const groupOf: Record<ParticipantDimension, { group: string; keys: readonly string[] } | null> = {
  sex: { group: 'participantSex', keys: participantSexes },
  ageBand: { group: 'ageBand', keys: ageBands },
  profession: { group: 'professionGroup', keys: professionGroups },
  country: null,
};

function named({ paper, word }: Desk, { dimension, key, people }: ParticipantSum): Part[] {
  const vocabulary = groupOf[dimension];
  const name: Part =
    vocabulary?.keys.includes(key) === true
      ? word(vocabulary.group, key)
      : dimension === 'country' && isCountry(key)
        ? countryName(key, paper.form)
        : said(key);
  return people === null ? [name] : [name, ` – ${people}`];
}

/** Who took part, by sex, age, profession and country; the countries as one list where their figures are not known. */
export function participantTable(desk: Desk, sums: readonly ParticipantSum[]): Block[] {
  const { paper, Word } = desk;
  const dimensions = ['sex', 'ageBand', 'profession', 'country'] as const;
  const { compare } = new Intl.Collator(localeTags[paper.form]);
  const rows = dimensions.flatMap((dimension) => {
    const those = sums.filter((one) => one.dimension === dimension);
    if (those.length === 0) return [];
    const countries = dimension === 'country' ? ` (${those.length})` : '';
    const heading = words(`${Word('participantDimension', dimension)}${countries}`);
    if (dimension === 'country' && those.every(({ people }) => people === null)) {
      const names = those.map(({ key }) => (isCountry(key) ? countryName(key, paper.form) : key)).toSorted(compare);
      return [[heading, words(names.join(', '))]];
    }
    return [
      [
        heading,
        stacked(
          paper,
          those.map((one) => named(desk, one)),
        ),
      ],
    ];
  });
  return titledTable(
    paper,
    '',
    [
      { title: paper.t('project.column.participants'), share: 30 },
      { title: paper.t('project.column.ofThem'), share: 70 },
    ],
    rows,
  );
}
