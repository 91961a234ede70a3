import { declining } from './endings.ts';

// The declensions of the grammar, their endings without diacritics (folding takes them).
const declined = declining(
  [
    ['as', 'as o ui a u e ai ams us ais uose uos'],
    ['is', 'is ys io iui i iu yje y yj iuos iai iams ius iais iuose iu'],
    ['us', 'us aus ui u umi uje us ums umis uose'],
    ['ius', 'ius iaus iui iu iumi iuje iai iams iais iuose'],
    ['a', 'a os ai oje oj u oms as omis ose'],
    ['ia', 'ia ios iai ioje ioj iu ioms ias iomis iose'],
    ['e', 'e es ei eje ej iu ems emis ese'],
    ['s', 'is ies iai i imi yje ys iu ims imis yse u s'],
    [
      'adj',
      'as a o os am ai ame oje i u us ais uose iems ose oms omis asis ojo ajam aji uoju ajame ieji uju iesiems uosius aisiais uosiuose oji osios ajai aja ajoje osioms asias osiomis osiose',
    ],
  ],
  3,
);

/** Adjectives in -inis: masculine like brolis, feminine like upė. */
const relational = declining(
  [
    [
      'inis',
      'is io iam i iu iame iai iams ius iais iuose e es ei eje ems emis ese iai ioji iasis iojo iajam iaji iuoju iajame ieji iuju iesiems iuosius iaisiais iuosiuose',
    ],
  ],
  5,
);

const past =
  /(?:es|us(?:i|io|iam|iu|iame|iems|ius|iais|iuose|ios|iai|ia|ioje|ioms|ias|iomis|iose|ysis|iojo|iajam|ieji|iuju|iesiems|iuosius|iaisiais|ioji|iosios|iosioms))$/;

const verbEnding =
  /(?:(?:y|e|o|uo|au)?ti|(?:y|e|o|uo|au)?t(?:as|a|o|os|am|ai|u|us|oms|omis|ais|uose|iems|ame|oje)|i?[ao]m(?:as|a|i|o|os|u|us|ai|ais|iems|oms|omis|uose|oje)|ia|o|ojo|ejo|avo)$/;

/** What a softened consonant was: posėdžio – posėdis, Jonaičio – Jonaitis. */
function hardened(stem: string, ending: string): string[] {
  if (!/^i[aou]/.test(ending)) return [stem];
  if (stem.endsWith('dz')) return [stem, stem.slice(0, -1)];
  if (stem.endsWith('c')) return [stem, `${stem.slice(0, -1)}t`];
  return [stem];
}

const people = new Set(
  'zmogus zmogaus zmogui zmogu zmogumi zmoguje zmogau zmones zmoniu zmonems zmonemis zmonese'.split(' '),
);

/** Stems of a folded Lithuanian word. */
export function lithuanianStems(word: string): string[] {
  if (people.has(word)) return ['!žmogus'];
  const stems = declined(word).flatMap(({ paradigm, stem, ending }) =>
    hardened(stem, ending).map((each) => `${paradigm}:${each}`),
  );
  for (const { paradigm, stem } of relational(word)) if (stem.endsWith('in')) stems.push(`${paradigm}:${stem}`);
  const participle = past.exec(word);
  if (participle && participle.index >= 4) stems.push(`p:${word.slice(0, participle.index)}`);
  const verb = verbEnding.exec(word);
  if (verb && verb.index >= 3) stems.push(`v:${word.slice(0, verb.index)}`);
  return stems;
}
