import { isMonosyllable } from './endings.ts';
import { softInR } from './stems.ts';
import {
  adjectivesInOj,
  adjectiveStems,
  femaleNouns,
  foreignInO,
  nounsInIn,
  nounsInOv,
  nounsInYj,
  nounsInYkh,
  softAdjectiveStems,
  softBases,
  stressedA,
  ukrainianInO,
} from './surnameWords.ts';

export type MaleSurnameClass =
  | 'indeclinable'
  | 'adjective'
  | 'possessive'
  | 'possessiveInIv'
  | 'first'
  | 'inO'
  | 'iotated'
  | 'soft'
  | 'mixed'
  | 'hard';

/** Трубецькой, Толстой, Боровой, Бережной; the other -ой are nouns. */
const adjectiveInOj = /([сц]ьк|ст|ов|ев|єв|жн|рн|чн|лн)ой$/;

/** Endings of Ukrainian surnames in -о: Бойко, Михайло, Покотило, Іваньо; and what foreign ones end in before their -о. */
const ukrainianO = /([^і]к|[^еєл]л|ьй?)о$/;
const foreignO =
  /([аеєиіїоуюя]|ьй|сс|тт|лл|зз|чч|цц|нн|рр|ел|єл|л[ьд]?д|нд|рд|аг|ог|ов|ев|[еоуі]з|ес|[еоіа]т|ан|ен|ін|ер|ур|[іоа]д|ік)о$/;

const isPossessive = (word: string): boolean => {
  if (/[оеє]в$/.test(word)) return !nounsInOv.has(word);
  // Полтавчанин, Росіянин are nouns; so is a short foreign word (Лін, Чин)
  return !isMonosyllable(word) && !nounsInIn.has(word) && !/([чр]а|я)нин$/.test(word);
};

const classOfVowel = (word: string): MaleSurnameClass => {
  if (word.endsWith('о')) {
    if (ukrainianInO.has(word)) return 'inO';
    if (foreignInO.has(word)) return 'indeclinable';
    return ukrainianO.test(word) || !foreignO.test(word) ? 'inO' : 'indeclinable';
  }
  // Моруа, Гарсіа; Ґете, Саакашвілі, Неру
  if (!/[ая]$/.test(word) || stressedA.has(word) || /[аеєиіїоуюя]а$/.test(word)) return 'indeclinable';
  return 'first';
};

const classOfJ = (word: string): MaleSurnameClass => {
  if (word.endsWith('ий')) return nounsInYj.has(word) || isMonosyllable(word) ? 'iotated' : 'adjective';
  if (word.endsWith('ій')) return softAdjectiveStems.has(word.slice(0, -2)) ? 'adjective' : 'iotated';
  if (word.endsWith('ой')) return adjectiveInOj.test(word) || adjectivesInOj.has(word) ? 'adjective' : 'iotated';
  return word.endsWith('країй') ? 'adjective' : 'iotated';
};

/** The class of a man's surname; `word` is one folded word. */
export const classifyMaleSurname = (word: string): MaleSurnameClass => {
  if (/[аеєиіїоуюя]$/.test(word)) return classOfVowel(word);
  if (word.endsWith('й')) return classOfJ(word);
  if (word.endsWith('ь') || softInR.has(word)) return 'soft';
  if (/[иі]х$/.test(word) && !isMonosyllable(word) && !nounsInYkh.has(word)) return 'indeclinable';
  if (/[ії]в$/.test(word) && !isMonosyllable(word) && word !== 'яків') return 'possessiveInIv';
  if (/([оеє]в|[иії]н)$/.test(word) && isPossessive(word)) return 'possessive';
  // Скляр – Склярем, Котляр – Котлярем; but Маяр, Бояр are hard
  return /[жчшщ]$|[лт]яр$/.test(word) ? 'mixed' : 'hard';
};

/** The stem of a man's surname in -ів, -їв before the endings, with о, е or є (§ 142, 3 gives Ковалева before Коваліва). */
export const possessiveStemInIv = (word: string): string => {
  const base = word.slice(0, -2);
  if (word.endsWith('їв')) return `${base}єв`;
  const isSoft = /[жчшщц]$/.test(base) || softInR.has(base) || softBases.has(base);
  return `${base}${isSoft ? 'е' : 'о'}в`;
};

/** Іванова, Пушкіна, Синицина (transliterated -ин after hushing letters); Калина, Щербина, Дружина are nouns. */
const possessiveFemale = /([оеє]в|[ії]н|[шц]ин)а$/;

/** Коцюбинська, Маленька, Залізна, Деревляна, Головата, Комишувата, Щаслива, Ревуча, Довгорука. */
const adjectiveFemale =
  /([сцз]ьк|[аеєиіїоуюя].*еньк|[бвгґджзйклмнпрстфцчшщь]н|[бвгґджзклмнпрстфхцчшщ’]ян|уват|оват|(голов|вус|ус|бород|горб|щерб|пуз|волох|патл|рог|крил|зуб|черев|лоб|кудл|кирп|чуб|губ|вух|ши|брюх|хвост|горл|кучм|пелех|мохн|лох|мац|щок)ат|лист|чист|нист|рист|тист|їст|[оу]ван|лив|чив|[ауюя]юч|[рвдлмк]уч|яч|оок|орук|оног|орот)а$/;

/** Whether a woman's surname in -а, -я declines as an adjective (Садова – Садової) and not as a noun (Калина – Калини). */
export const isAdjectivalFemale = (word: string): boolean => {
  if (femaleNouns.has(word)) return false;
  const stem = word.slice(0, -1);
  if (word.endsWith('я')) return softAdjectiveStems.has(stem) || word.endsWith('края');
  // Сова, Рева, Льова; but Нова, Львова
  if (isMonosyllable(stem) && /[оеє]в$/.test(stem)) return adjectiveStems.has(stem);
  return adjectiveStems.has(stem) || possessiveFemale.test(word) || adjectiveFemale.test(word);
};
