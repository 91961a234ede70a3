// The four languages stand level: the same files and keys, every plural form that a language has, nothing empty, the same
// parameters, and each refusal of the core has its words.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../shared/languages.ts';

const root = join(import.meta.dirname, '..', '..');
const locales = join(root, 'resources', 'locales');

/** The plural categories of whole numbers and of fractions, as Intl.PluralRules names them; Latvian's zero is 0, 10–20, 30. */
const pluralForms: Record<Language, readonly string[]> = {
  uk: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
  lt: ['one', 'few', 'many', 'other'],
  lv: ['zero', 'one', 'other'],
};
const pluralKey = /^(.+)_(zero|one|two|few|many|other)$/;

type Words = Map<string, string>;

/** Nested JSON as `a.b.c` → text. */
const flatten = (value: unknown, path: string, into: Words): Words => {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === '' ? key : `${path}.${key}`, into);
  else throw new Error(`${path} is neither a text nor a group of texts`);
  return into;
};

const areas = readdirSync(join(locales, 'en')).toSorted();
const readWords = (language: Language, file: string): Words =>
  flatten(JSON.parse(readFileSync(join(locales, language, file), 'utf8')), '', new Map());

/** Keys that stand for a plural in this file: a bare `_other` can be the word “other”, a counted form cannot. */
const pluralStems = (all: readonly Words[]): Set<string> => {
  const stems = new Set<string>();
  for (const words of all)
    for (const key of words.keys()) {
      const [, stem, form] = pluralKey.exec(key) ?? [];
      if (stem !== undefined && form !== 'other' && all.some((other) => other.has(`${stem}_other`))) stems.add(stem);
    }
  return stems;
};

const stemOf = (key: string, stems: ReadonlySet<string>): string => {
  const stem = pluralKey.exec(key)?.[1];
  return stem !== undefined && stems.has(stem) ? stem : key;
};

/** `{{name}}` of a text; `count` may be left out where a form says the number in words. */
const parameters = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name = '']) => name).filter((name) => name !== 'count');

describe('the words of the four languages', () => {
  it('stand in the same files', () => {
    expect(areas.length).toBeGreaterThan(0);
    for (const language of languages) expect(readdirSync(join(locales, language)).toSorted(), language).toEqual(areas);
  });

  it('name the plural forms that the languages have', () => {
    for (const language of languages)
      expect(new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted(), language).toEqual(
        pluralForms[language].toSorted(),
      );
  });

  describe.each(areas)('%s', (file) => {
    const all = languages.map((language) => ({ language, words: readWords(language, file) }));
    const stems = pluralStems(all.map(({ words }) => words));
    const wanted = new Set(all.flatMap(({ words }) => [...words.keys()].map((key) => stemOf(key, stems))));

    it.each(all)('has every key and plural form in $language', ({ language, words }) => {
      const expected = [...wanted].flatMap((key) =>
        stems.has(key) ? pluralForms[language].map((form) => `${key}_${form}`) : [key],
      );
      expect([...words.keys()].toSorted()).toEqual(expected.toSorted());
    });

    it.each(all)('has no empty text in $language', ({ words }) => {
      expect([...words].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    });

    it('fills the same parameters in each language', () => {
      const perLanguage = all.map(({ words }) => {
        const used = new Map<string, Set<string>>();
        for (const [key, text] of words) {
          const stem = stemOf(key, stems);
          used.set(stem, new Set([...(used.get(stem) ?? []), ...parameters(text)]));
        }
        return Object.fromEntries([...used].map(([key, names]) => [key, [...names].toSorted()]));
      });
      for (const used of perLanguage) expect(used).toEqual(perLanguage[0]);
    });

    it('mixes no alphabets within a word, and writes the Ukrainian apostrophe', () => {
      const mixed = /[A-Za-zĀ-ž][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-zĀ-ž]/;
      const typewriterApostrophe = /[\u0400-\u04ff]['`ʼ‘][\u0400-\u04ff]/;
      const findings = all.flatMap(({ language, words }) =>
        [...words]
          .map(([key, text]) => ({ key, text: text.replaceAll(/\{\{[^}]*\}\}|<[^>]*>/g, ' ') }))
          .filter(({ text }) => mixed.test(text) || typewriterApostrophe.test(text))
          .map(({ key, text }) => `${language}: ${key}: ${text}`),
      );
      expect(findings).toEqual([]);
    });
  });

  it('have a text for every refusal of the core', () => {
    const codes = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root }).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/new AppError\(\s*'(\w+)'/g)].map(([, code = '']) => code),
    );
    expect(codes.length).toBeGreaterThan(0);
    const told = readWords('en', 'errors.json');
    const isTold = (code: string) => told.has(code) || told.has(`${code}_other`);
    expect([...new Set(codes)].filter((code) => !isTold(code)).toSorted()).toEqual([]);
  });
});
