import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type documents from '../../../../resources/locales/en/documents.json';
import type { Language } from '../../../../shared/languages.ts';

type Leaves<Tree> = Tree extends string
  ? ''
  : {
      [Key in keyof Tree & string]: `${Key}${Leaves<Tree[Key]> extends '' ? '' : `.${Leaves<Tree[Key]>}`}`;
    }[keyof Tree & string];

type WithoutPlural<Key> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** A key of documents.json; plurals by their stem, with `count` among the params. */
export type PaperWord = WithoutPlural<Leaves<typeof documents>>;

/** A word or sentence of the form's language, its `{{places}}` filled. */
export type PaperWords = (key: PaperWord, params?: Record<string, string | number>) => string;

/**
 * The words of one country's papers.
 * @param resources absolute folder of the bundled resources
 */
export function paperWords(resources: string, form: Language): PaperWords {
  const text = readFileSync(join(resources, 'locales', form, 'documents.json'), 'utf8');
  const instance = i18next.createInstance({
    lng: form,
    fallbackLng: false,
    initAsync: false,
    ns: ['documents'],
    defaultNS: 'documents',
    resources: { [form]: { documents: JSON.parse(text) as Record<string, string> } },
    interpolation: { escapeValue: false },
  });
  void instance.init();
  // A name that ends in an initial brings the full stop of the sentence along: «Шевченко О. П.»
  return (key, params = {}) => String(instance.t(key, params)).replaceAll(/(?<!\.)\.\.(?!\.)/g, '.');
}
