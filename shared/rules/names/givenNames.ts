import {
  first,
  secondHard,
  secondIotated,
  secondMixed,
  secondSoft,
  secondSoftO,
  third,
  unchanged,
  type Forms,
} from './endings.ts';
import { secondStem, softInR, words } from './stems.ts';

/** Women's names in a consonant that follow the third declension; the rest (Кармен, Елізабет, Ніколь) do not change. */
const thirdDeclension = words('любов нінель адель рахіль юдиф юдіф руф есфір суламіф ізабель етель');

/** Men's names of other languages that look like Михайло and Марко and yet do not change. */
const indeclinableMale = words('нікколо паоло франческо франсіско марчелло');

const inO = (word: string): Forms => {
  const stem = word.slice(0, -1);
  if (word.endsWith('ьо')) return secondSoftO(word, stem.slice(0, -1));
  // Петро, Данило, Карпо, Марко; not Антоніо, Адріано, Роберто
  const declined =
    /(к|л|[тн]р|вр|рп|[хв]н|фр)о$/.test(word) && !/([еє]л{1,2}|ік)о$/.test(word) && !indeclinableMale.has(word);
  return declined ? secondHard(word, stem) : unchanged(word);
};

const male = (word: string): Forms => {
  // § 87, 1: Олеже (й Олегу)
  if (word === 'олег') return { ...secondHard(word, word), vocative: 'олеже' };
  if (word.endsWith('о')) return inO(word);
  if (/[аеєиіїоуюя]а$/.test(word)) return unchanged(word);
  // Миколо, Хомо, Сашо; Ілле, but Колю, Вітю
  if (word.endsWith('а')) return first(word, 'о');
  if (word.endsWith('я')) return first(word, /(лл|р)я$/.test(word) ? 'е' : 'ю');
  if (word.endsWith('й')) return secondIotated(word, word.slice(0, -1));
  if (/[еєиіїую]$/.test(word)) return unchanged(word);
  const stem = secondStem(word);
  if (word.endsWith('ь') || softInR.has(word)) return secondSoft(word, stem);
  return /[жчшщ]$/.test(word) ? secondMixed(word, stem) : secondHard(word, stem);
};

const female = (word: string): Forms => {
  if (/[аеєиіїоуюя]а$/.test(word)) return unchanged(word);
  // § 143: Наталю; the vocative of short names is -ю (Олю, Лесю), of the full ones in -ря -е (Мотре)
  if (word.endsWith('я')) return first(word, word.endsWith('ря') ? 'е' : 'ю');
  if (word.endsWith('а')) return first(word, 'о');
  return thirdDeclension.has(word) ? third(word) : unchanged(word);
};

/**
 * A given name (orthography of 2019, §§ 82–87 and 141).
 * @param word one folded word; double names come part by part
 */
export const declineGivenName = (word: string, gender: 'male' | 'female'): Forms =>
  gender === 'male' ? male(word) : female(word);
