import type { IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import { listWorkbook } from '../reports/listWorkbook.ts';
import type { List } from '../reports/list.ts';
import type { Reader } from '../statements.ts';
import { wordsOf } from '../words.ts';
import { registerList, type ListQuery } from './register/list.ts';
import { readRegisterRows } from './register/rows.ts';

const columns = [
  ['number', 'text'],
  ['text', 'text'],
  ['group', 'text'],
  ['meeting', 'text'],
  ['heldOn', 'date'],
  ['lead', 'text'],
  ['others', 'text'],
  ['dueOn', 'date'],
  ['state', 'text'],
  ['repeat', 'text'],
  ['assigneesDone', 'text'],
  ['notes', 'number'],
  ['evidence', 'number'],
  ['latestNote', 'text'],
] as const;

/** Rows read at once. */
const chunk = 1000;

/**
 * Everything the query finds, in its order, as a workbook with headings in this language. Takes seconds for tens of
 * thousands of rows: made beside the core. Throws `dayMalformed`, `endBeforeStart`.
 */
export function registerWorkbook(
  reader: Reader,
  resources: string,
  input: { query: ListQuery; title: string; language: Language; today: IsoDay },
): Promise<{ bytes: Buffer; name: string }> {
  const { query, title, language, today } = input;
  const words = wordsOf(resources, language, 'documents');
  const vocabulary = wordsOf(resources, language, 'vocabulary');
  const { keys } = registerList(reader, query, today, namesLanguage(reader));
  const rows: List['rows'] = [];
  for (let at = 0; at < keys.length; at += chunk)
    for (const row of readRegisterRows(reader, keys.slice(at, at + chunk), today))
      rows.push([
        row.number,
        row.text,
        row.group,
        row.meetingNumber,
        row.heldOn,
        row.lead,
        row.others,
        row.dueOn,
        vocabulary(`executionStatus.${row.state}`),
        row.repeat === 'none' ? '' : vocabulary(`repeatKind.${row.repeat}`),
        // Without a blank «1/3» would be read as a date.
        row.assignees > 1 ? `${row.assigneesDone} / ${row.assignees}` : '',
        row.notes,
        row.evidence,
        row.latestNote,
      ]);
  return listWorkbook({
    title: title.trim() || words('decisionRegister.title'),
    columns: columns.map(([name, kind]) => ({ header: words(`decisionRegister.${name}`), kind })),
    rows,
  });
}
