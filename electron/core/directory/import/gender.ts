import { foldText } from '../../../../shared/rules/fold.ts';
import type { Gender } from '../../../../shared/vocabulary.ts';

const female = ['ж', 'жін', 'жінка', 'жіноча', 'жіночий', 'f', 'female', 'woman', 'moteris', 'mot', 'sieviete', 's'];
const male = ['ч', 'чол', 'чоловік', 'чоловіча', 'чоловічий', 'male', 'man', 'vyras', 'vyr', 'v', 'virietis', 'vir'];

const words = new Map<string, Gender>([
  ...female.map((word): [string, Gender] => [foldText(word), 'female']),
  ...male.map((word): [string, Gender] => [foldText(word), 'male']),
]);

const tidy = (text: string): string => foldText(text).replaceAll('.', '').trim();

/**
 * Reads the words of one column for somebody's gender; null for what it does not know. A lone M is male in English, but
 * *moteris* (female) beside a V for *vyras*.
 */
export function genderReader(column: Iterable<string>): (text: string) => Gender | null {
  const beside = new Set([...column].map(tidy));
  const loneM: Gender = beside.has('v') ? 'female' : 'male';
  return (text) => (tidy(text) === 'm' ? loneM : (words.get(tidy(text)) ?? null));
}
