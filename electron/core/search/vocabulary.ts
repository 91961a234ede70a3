import type Database from 'better-sqlite3';
import { stemsOf } from '../../../shared/rules/stems/stems.ts';

/** A word of this many letters has been cut, or is none. */
const longestWord = 40;

/** The words of a workspace: which forms there are and which of them belong together. Runs in the caller's transaction. */
export function createVocabulary(sqlite: Database.Database) {
  const fresh = sqlite
    .prepare<[string], string>(
      'SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM search_word WHERE form = value)',
    )
    .pluck();
  const add = sqlite.prepare('INSERT INTO search_word (form, seen, name) VALUES (?, 0, 0) ON CONFLICT DO NOTHING');
  const stem = sqlite.prepare('INSERT INTO search_stem (stem, form) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const count = sqlite.prepare(
    'UPDATE search_word SET seen = seen + 1, name = max(name, ?) WHERE form IN (SELECT value FROM json_each(?))',
  );
  const after = sqlite
    .prepare<[string, number], string>('SELECT form FROM search_word WHERE form > ? ORDER BY form LIMIT ?')
    .pluck();

  const addStems = (form: string) => {
    if (form.length <= longestWord) for (const each of stemsOf(form)) stem.run(each, form);
  };

  return {
    /** Takes in the forms of a text; `counted` where the text is new here, so that common words can be told from rare ones. */
    learn(forms: ReadonlySet<string>, counted: boolean, isName: boolean) {
      const list = JSON.stringify([...forms]);
      for (const form of fresh.all(list)) {
        add.run(form);
        addStems(form);
      }
      if (counted) count.run(isName ? 1 : 0, list);
    },
    /** Makes the stems of the next forms after one anew; the last form done, or null when there are no more. */
    restem(from: string, most: number): string | null {
      const forms = after.all(from, most);
      for (const form of forms) addStems(form);
      return forms.at(-1) ?? null;
    },
  };
}
