import { Readable } from 'node:stream';
import type { MemorandaFilter, MemorandumRow } from '../../../shared/contract/memorandumViews.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Core } from '../core.ts';
import { namesLanguage } from '../directory/namesLanguage.ts';
import type { List } from '../reports/list.ts';
import { makeWorkbook } from '../reports/makeWorkbook.ts';
import { wordsOf } from '../words.ts';
import { textWords } from './fields.ts';
import { listMemoranda } from './list.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Column = {
  key: string;
  kind: List['columns'][number]['kind'];
  value: (row: MemorandumRow) => string | number | null;
};

/** The register as a list with headers in a language. */
export function registerList(
  resources: string,
  language: Language,
  title: string,
  rows: readonly MemorandumRow[],
): List {
  const t = textWords(resources, language);
  const vocabulary = wordsOf(resources, language, 'vocabulary');
  const columns: Column[] = [
    { key: 'number', kind: 'text', value: ({ number }) => number },
    { key: 'title', kind: 'text', value: (row) => row.title },
    { key: 'parties', kind: 'text', value: ({ parties }) => parties },
    { key: 'subject', kind: 'text', value: ({ subject }) => subject },
    { key: 'group', kind: 'text', value: ({ group }) => group },
    { key: 'state', kind: 'text', value: ({ state }) => vocabulary(`memorandumState.${state}`) },
    { key: 'signedOn', kind: 'date', value: ({ signedOn }) => signedOn },
    { key: 'startsOn', kind: 'date', value: ({ startsOn }) => startsOn },
    { key: 'endsOn', kind: 'date', value: ({ endsOn }) => endsOn },
    { key: 'validity', kind: 'text', value: ({ validity }) => vocabulary(`validityKind.${validity}`) },
    { key: 'noticeOn', kind: 'date', value: ({ noticeOn }) => noticeOn },
    { key: 'obligations', kind: 'number', value: ({ obligations }) => obligations },
    { key: 'open', kind: 'number', value: ({ obligationsOpen }) => obligationsOpen },
    { key: 'overdue', kind: 'number', value: ({ obligationsOverdue }) => obligationsOverdue },
  ];
  return {
    title,
    columns: columns.map(({ key, kind }) => ({ header: t(`register.${key}`), kind })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
  };
}

/** Beyond any register that is kept by hand. */
const mostRows = 100_000;

/** The register as it is filtered, as a workbook in the directory's language; a ticket for the door. */
export async function exportRegister(
  core: Core,
  input: Omit<MemorandaFilter, 'offset' | 'limit'> & { title: string },
  now: Date,
): Promise<{ ticket: string; name: string }> {
  const workspace = core.workspace();
  const { rows } = listMemoranda(workspace, { ...input, offset: 0, limit: mostRows }, now);
  const list = registerList(core.ports.resources, namesLanguage(workspace), input.title, rows);
  const { bytes, name } = await makeWorkbook(core, list);
  return { ticket: core.tickets.offer({ name, mediaType, open: () => Readable.from([Buffer.from(bytes)]) }), name };
}
