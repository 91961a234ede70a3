/** Forms that no rule makes from their word. */
const irregular = new Map<string, string>();
for (const [word, forms] of Object.entries({
  child: 'children childrens',
  woman: 'women womens',
  man: 'men mens',
  person: 'people peoples persons',
  memorandum: 'memoranda',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  analysis: 'analyses',
  crisis: 'crises',
  basis: 'bases',
  hold: 'held',
  write: 'wrote written',
  take: 'took taken',
  give: 'gave given',
  make: 'made',
  meet: 'met',
  send: 'sent',
  lead: 'led',
  bring: 'brought',
  seek: 'sought',
  pay: 'paid',
  say: 'said',
  keep: 'kept',
  speak: 'spoke spoken',
  choose: 'chose chosen',
  undertake: 'undertook undertaken',
  buy: 'bought',
  sell: 'sold',
  become: 'became',
  begin: 'began begun',
  find: 'found',
  centre: 'center centers centres',
  news: 'news',
}))
  for (const form of [word, ...forms.split(' ')]) irregular.set(form, word);

const vowel = /[aeiouy]/;

/** British and American spelling are one. */
const spelled = (word: string): string =>
  word
    .replace(/(?<=.{3})is(e|es|ed|ing|er|ers|ation|ations)$/, 'iz$1')
    .replace(/(?<=.{3})our(s|ed|ing|er|ers)?$/, 'or$1')
    .replace(/grammes?$/, (found) => found.replace('mme', 'm'));

/** Stems of a verb's form that has lost its ending: approv(e), plan(n), fill. */
function afterVerbEnding(stem: string): string[] {
  if (stem.length < 3 || !vowel.test(stem)) return [];
  const single = /([bdgklmnprtz])\1$/.test(stem) ? [stem.slice(0, -1)] : [`${stem}e`];
  return [stem, ...single];
}

/** Stems of a folded English word: plural, past and -ing only, so that `university` stays apart from `universal`. */
export function englishStems(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  const known = irregular.get(word);
  if (known !== undefined) return [known];
  const form = spelled(word);
  if (/[^aeiou]ies$/.test(form)) return [`${form.slice(0, -3)}y`];
  if (/[^aeiou]ied$/.test(form)) return [`${form.slice(0, -3)}y`];
  if (/(?:x|ch|sh|ss|zz)es$/.test(form)) return [form.slice(0, -2)];
  if (/[sz]es$/.test(form)) return [form.slice(0, -1), form.slice(0, -2)];
  if (/[^sui]s$/.test(form)) {
    const one = form.slice(0, -1);
    const base = irregular.get(one);
    return base === undefined ? [one, ...ing(one)] : [base];
  }
  if (/[^e]ed$/.test(form)) return [form, ...afterVerbEnding(form.slice(0, -2))];
  return [form, ...ing(form)];
}

function ing(form: string): string[] {
  return form.endsWith('ing') ? afterVerbEnding(form.slice(0, -3)) : [];
}
