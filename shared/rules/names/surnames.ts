import {
  adjectiveFemale,
  adjectiveMale,
  first,
  isMonosyllable,
  possessiveMale,
  secondHard,
  secondIotated,
  secondMixed,
  secondSoft,
  secondSoftO,
  unchanged,
  type Forms,
} from './endings.ts';
import { secondStem } from './stems.ts';
import {
  classifyMaleSurname,
  isAdjectivalFemale,
  possessiveStemInIv,
  type MaleSurnameClass,
} from './surnameClasses.ts';

/** -й before the iotated endings; Соловей gives its е for an apostrophe: Солов’я. */
const iotatedStem = (word: string): string =>
  /(солов|горов|муров)ей$/.test(word) ? `${word.slice(0, -2)}’` : word.slice(0, -1);

const male: Readonly<Record<MaleSurnameClass, (word: string) => Forms>> = {
  indeclinable: unchanged,
  adjective: adjectiveMale,
  possessive: (word) => possessiveMale(word, word),
  possessiveInIv: (word) => possessiveMale(word, possessiveStemInIv(word)),
  first: (word) => first(word),
  inO: (word) => (word.endsWith('ьо') ? secondSoftO(word, word.slice(0, -2)) : secondHard(word, word.slice(0, -1))),
  iotated: (word) => secondIotated(word, iotatedStem(word)),
  soft: (word) => secondSoft(word, secondStem(word)),
  mixed: (word) => secondMixed(word, secondStem(word)),
  hard: (word) => secondHard(word, secondStem(word)),
};

const female = (word: string): Forms => {
  if (!/[ая]$/.test(word) || classifyMaleSurname(word) === 'indeclinable') return unchanged(word);
  return isAdjectivalFemale(word) ? adjectiveFemale(word) : first(word);
};

/**
 * A surname, or one part of a double-barrelled one (orthography of 2019, § 142). A first part of one syllable in a
 * consonant is not a surname of its own and stays: Драй-Хмари, Кос-Анатольського.
 * @param word one folded word
 */
export const declineSurname = (word: string, gender: 'male' | 'female', isLast: boolean): Forms => {
  if (!isLast && isMonosyllable(word) && !/[аеєиіїоуюя]$/.test(word)) return unchanged(word);
  return gender === 'male' ? male[classifyMaleSurname(word)](word) : female(word);
};
