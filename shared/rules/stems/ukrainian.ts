/** Words whose forms have little in common: every form, as it is folded, under the word's own name. */
const irregular = new Map<string, string>();
for (const [stem, forms] of Object.entries({
  людина: 'людина людини людині людину людиною люди людей людям людьми людях',
  дитина: 'дитина дитини дитині дитину дитиною дитин діти дітей дітям дітьми дітях',
  рік: 'рік року рокові роком році роки років рокам роками роках',
  день: 'день дня дню дневі днем дні днів дням днями днях',
}))
  for (const form of forms.split(' ')) irregular.set(form, stem);

// Endings of nouns and adjectives, with the soft sign that stands before them; the longest that fits is taken.
const endings =
  'ями ами ові еві єві ів їв ей ям ам ях ах ою ею єю ого ому ьою ьої ьому ього їй ій ий им ім їм их іх їх ими іми їми ої ьї ем єм ом а я у ю о е є и і ї ь й'
    .split(' ')
    .toSorted((a, b) => b.length - a.length);

const vowel = /[аеєиіїоуюя]/u;

/** A stem as it is compared: without soft signs, the doubled consonant of `рішення` single. */
const plain = (stem: string): string => stem.replaceAll('ь', '').replace(/([бвгджзклмнпрстфхцчшщ])\1$/u, '$1');

/** What the last consonant was before an `і` softened it: безпеці – безпека. */
const hard: Record<string, string> = { ц: 'к', з: 'г', с: 'х' };

/** The stems of a form without an ending: стіл – стол-у, осіб – особ-а, кінець – кінц-я, жінок – жінк-а. */
function closedVariants(stem: string): string[] {
  const variants: string[] = [];
  const last = /^(.*)([іїоеє])([^аеєиіїоуюя]{1,2})$/u.exec(stem);
  const [, before = '', inner = '', after = ''] = last ?? [];
  if (inner === 'і') variants.push(`${before}о${after}`, `${before}е${after}`);
  if (inner === 'ї') variants.push(`${before}є${after}`);
  if ((inner === 'о' || inner === 'е') && after.length === 1 && before.length >= 2) variants.push(before + after);
  if (inner === 'є' && after.length === 1 && before.length >= 2) variants.push(`${before}й${after}`);
  return variants;
}

function nounStems(word: string): string[] {
  const ending = endings.find((each) => word.endsWith(each) && vowel.test(word.slice(0, -each.length)));
  const fits = ending !== undefined && word.length - ending.length >= 2;
  const stem = fits ? word.slice(0, -ending.length) : word;
  const found = [stem];
  if (!fits || ending === 'ь' || ending === 'й') found.push(...closedVariants(plain(stem)));
  if (fits && /^[оеє]ві$/u.test(ending)) found.push(word.slice(0, -1));
  // Конференцій – конференці-я, but синій – син-ього; музей – музе-ю, галерею – галере-я.
  if (/^(?:[іе]й|[оеє]ю)$/u.test(ending ?? '')) found.push(word.slice(0, -1));
  // Програм – програм-а, прийом – прийом-у: what looks like an ending may belong to the word.
  if (/^[аяоеє]м$/u.test(ending ?? '')) found.push(word, ...closedVariants(word));
  // Громадянин – громадян-и.
  if (/[ая]нин$/u.test(stem)) found.push(stem.slice(0, -2));
  // A name (Харків) or a genitive plural (столів).
  if (fits && /^[ії]в$/u.test(ending)) found.push(word, ...closedVariants(word));
  const mutated = fits && ending === 'і' ? hard[stem.at(-1) ?? ''] : undefined;
  if (mutated !== undefined) found.push(stem.slice(0, -1) + mutated);
  return found.map(plain).filter((each) => each.length >= 2);
}

const verbEnding = new RegExp(
  `(?:${[
    '(?:(?:ув|юв)а|[аяиіїуо])ти(?:му|меш|ме|мемо|мете|муть)?|(?:(?:ув|юв)а|[аяиії])вши|(?:ув|юв)(?:ав|ала|ало|али)|[аяиії](?:в|ла|ло|ли)',
    '[ую]ю|[ую]й(?:мо|те)?|[аяі]ю|[аяі]й(?:мо|те)?|і(?:є(?:мо|те|ш)?|ють)|[уює]є(?:мо|те|ш)?|[ую]ють|[ає]є(?:мо|те|ш)?|[аяиує]ють|[яає]ть|[аяиі]ть|ять|ить|имо|ите|иш',
    '(?:ов|ьов)ан(?:о|ий|а|е|і|ого|ому|им|ої|ій|ою|их|ими|у)|[аяе]н(?:о|ий|а|е|і|ого|ому|им|ої|ій|ою|их|ими|у)',
    '[аяиіу]т(?:о|ий|ого|их)',
  ].join('|')})$`,
  'u',
);

/** The last consonants of a verb's stem as all its forms can have them: затвердити – затверджено, зробити – зроблено. */
const verbConsonants = (stem: string): string =>
  stem
    .replace(/дж$/u, 'д')
    .replace(/([бпвмф])л$/u, '$1')
    .replace(/щ$/u, 'ст')
    .replace(/ч$/u, 'т')
    .replace(/ш$/u, 'с')
    .replace(/ж$/u, 'з');

function verbStems(word: string): string[] {
  const active = word.length > 6 ? word.replace(/(?:ся|сь)$/u, '') : word;
  const found = verbEnding.exec(active);
  if (!found) return [];
  const stem = active.slice(0, found.index);
  // Of a short verb (дати, надати) the vowel stays: without it too much would look alike.
  if (stem.length >= 3 && vowel.test(stem)) return [verbConsonants(stem)];
  return [];
}

/** Stems of a folded Ukrainian word: as a noun or adjective and, where it ends like one, as a verb. */
export function ukrainianStems(word: string): string[] {
  const known = irregular.get(word);
  if (known !== undefined) return [`!${known}`];
  const spelled = word.replace('проєк', 'проек');
  return [...nounStems(spelled), ...verbStems(spelled).map((stem) => `v:${stem}`)];
}
