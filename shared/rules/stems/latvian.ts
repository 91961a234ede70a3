import { declining } from './endings.ts';

// The declensions of the grammar, their endings without long vowels (folding takes them).
const declined = declining(
  [
    ['1', 's a am u i iem us os'],
    ['2', 'is a am im i u iem us os'],
    ['4', 'a as ai u am'],
    ['5', 'e es ei i u em'],
    ['6', 's ij i u im is'],
    ['r', 'as os anas'],
    ['a', 's a am ai u i as iem us os ais o aja ajam ajai ajos ajas ajiem ajo ie'],
  ],
  3,
);

/** Words of the sixth declension: a closed list, without which `mēness` would be a form of `mēnesis`. */
const sixth = new Set(
  'valst pils pil sird nakt pusnakt bals zos gov ziv ac aus avs krasn krut pirt telt klet plit durv uguns ugun brokast izkapt nozar'.split(
    ' ',
  ),
);

/** The consonants that a palatalised stem can come from, where folding has not made them equal already. */
function hardened(stem: string, ending: string): string[] {
  if (/[bmpvf]j$/.test(stem)) return [stem, stem.slice(0, -1)];
  if (!/^(?:u|a|am|i|iem|us|os)$/.test(ending)) return [stem];
  if (stem.endsWith('z')) return [stem, `${stem.slice(0, -1)}d`];
  if (stem.endsWith('s')) return [stem, `${stem.slice(0, -1)}t`];
  return [stem];
}

const verbEnding =
  /(?:[aeio]t|[aeio]t[sai]|[aeio]t(?:as|os|iem|am|u|us|ais|aja|ajam|ie)|[aeio]ja|[aeio]jam|[aeio]jusi?|[aeio]s|[aeio]sim)$/;

/** As a verb: apstiprināt – apstiprināts, nodrošināt – nodrošina, sniegt – sniedza. */
function verbStems(word: string): string[] {
  const found: string[] = [];
  const ending = verbEnding.exec(word);
  if (ending) found.push(word.slice(0, ending.index));
  if (word.endsWith('ina')) found.push(word.slice(0, -1));
  if (/[gk]t$/.test(word)) found.push(word.slice(0, -1));
  if (/dz(?:a|am|i|u)?$/.test(word)) found.push(word.replace(/dz(?:a|am|i|u)?$/, 'g'));
  if (/[^t]c(?:a|am|i|u)$/.test(word)) found.push(word.replace(/c(?:a|am|i|u)$/, 'k'));
  return found.filter((stem) => stem.length >= 4);
}

/** Stems of a folded Latvian word. */
export function latvianStems(word: string): string[] {
  const stems = declined(word)
    .filter(({ paradigm, stem }) => paradigm !== '6' || sixth.has(stem))
    .flatMap(({ paradigm, stem, ending }) => hardened(stem, ending).map((each) => `${paradigm}:${each}`));
  return [...stems, ...verbStems(word).map((stem) => `v:${stem}`)];
}
