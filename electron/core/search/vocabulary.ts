import type Database from 'better-sqlite3';
import { stemsOf } from '../../../shared/rules/stems/stems.ts';

/** A word of this many letters has been cut, or is none. */
const longestWord = 40;

/** The words of a workspace: which forms there are and which of them belong together. Runs in the caller's transaction. */
export function createVocabulary(sqlite: Database.Database) {
  const add = sqlite.prepare('INSERT INTO search_word (form, seen, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const stem = sqlite.prepare('INSERT INTO search_stem (stem, form) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const count = sqlite.prepare('UPDATE search_word SET seen = seen + ?, name = max(name, ?) WHERE form = ?');
  const learned = new Map<string, { seen: number; name: 0 | 1 }>();
  const after = sqlite
    .prepare<[string, number], string>('SELECT form FROM search_word WHERE form > ? ORDER BY form LIMIT ?')
    .pluck();

  const addStems = (form: string) => {
    if (form.length <= longestWord) for (const each of stemsOf(form)) stem.run(each, form);
  };

  return {
    /** Takes in the forms of a text; `counted` where the text is new here, so that common words can be told from rare ones. */
    learn(forms: ReadonlySet<string>, counted: boolean, isName: boolean) {
      for (const form of forms) {
        const known = learned.get(form) ?? { seen: 0, name: 0 };
        learned.set(form, known);
        if (!counted) continue;
        known.seen += 1;
        if (isName) known.name = 1;
      }
    },
    /** Writes down what was learned: a word of many texts once. Before the transaction ends. */
    flush() {
      for (const [form, { seen, name }] of learned)
        if (add.run(form, seen, name).changes === 1) addStems(form);
        else if (seen > 0) count.run(seen, name, form);
      learned.clear();
    },
    /** Lets go of what a transaction learned that has failed. */
    forget: () => learned.clear(),
    /** Makes the stems of the next forms after one anew; the last form done, or null when there are no more. */
    restem(from: string, most: number): string | null {
      const forms = after.all(from, most);
      for (const form of forms) addStems(form);
      return forms.at(-1) ?? null;
    },
  };
}
