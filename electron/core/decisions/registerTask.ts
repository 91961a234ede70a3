import type { RegisterFilter } from '../../../shared/contract/decisionRegister.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { dueCalendar } from '../due/calendarFile.ts';
import { openDatabase } from '../workspace/database.ts';
import type { RawKey } from '../workspace/key.ts';
import type { ListQuery } from './register/list.ts';
import { registerWorkbook } from './registerWorkbook.ts';

/** A file of the whole register, made beside the core in a thread with its own read-only connection. */
export interface RegisterTask {
  input: { path: string; key: RawKey; resources: string; today: IsoDay } & (
    | { file: 'workbook'; query: ListQuery; title: string; language: Language }
    | { file: 'calendar'; filter: RegisterFilter; now: number }
  );
  result: { bytes: Uint8Array; name: string };
}

/** The worker's side. Throws `dayMalformed`, `endBeforeStart`. */
export async function runRegister(input: RegisterTask['input']): Promise<RegisterTask['result']> {
  const { path, key, resources, today } = input;
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    if (input.file === 'workbook') return await registerWorkbook({ sqlite }, resources, input);
    const text = dueCalendar({ sqlite }, input.filter, today, new Date(input.now));
    return { bytes: Buffer.from(text, 'utf8'), name: `${today}.ics` };
  } finally {
    sqlite.close();
  }
}
