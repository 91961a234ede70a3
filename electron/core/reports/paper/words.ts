import type documents from '../../../../resources/locales/en/documents.json';
import type { Language } from '../../../../shared/languages.ts';
import { wordsOf } from '../../words.ts';

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
  const words = wordsOf(resources, form, 'documents');
  // A name that ends in an initial brings the full stop of the sentence along: «Шевченко О. П.»
  return (key, params = {}) => words(key, params).replaceAll(/(?<!\.)\.\.(?!\.)/g, '.');
}
