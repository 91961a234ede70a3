import { drizzle } from 'drizzle-orm/better-sqlite3';
import { everyActivity, type ActivitiesFilter } from '../../../../shared/contract/activityViews.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { Reading } from '../../directory/reading.ts';
import { listsWorkbook } from '../../reports/listWorkbook.ts';
import type { List } from '../../reports/list.ts';
import { openDatabase } from '../../workspace/database.ts';
import type { RawKey } from '../../workspace/key.ts';
import { readProject } from '../detail.ts';
import { indicatorsSheet, moneySheets, programmeSheet, valuesSheet } from './figureSheets.ts';
import {
  activitiesSheet,
  deliverablesSheet,
  milestonesSheet,
  participantsSheet,
  partnersSheet,
  passportSheet,
  planSheet,
  risksSheet,
} from './planSheets.ts';
import { sheetContext, wordedContext } from './sheet.ts';

/** What a workbook is asked for: a whole project, or a list of activities as the screen shows it. */
export type WorkbookOrder =
  | { file: 'project'; id: string }
  | { file: 'activities'; filter: Omit<ActivitiesFilter, 'offset' | 'limit'>; title: string; language: Language };

/** A workbook of a project made beside the core, in a thread with its own read-only connection. */
export interface ProjectWorkbookTask {
  input: { path: string; key: RawKey; resources: string; now: number; order: WorkbookOrder };
  result: { bytes: Uint8Array; name: string };
}

/** All sheets of a project, one a list, in its language. */
function projectLists(reading: Reading, resources: string, id: string, now: Date): { title: string; lists: List[] } {
  const project = readProject(reading, resources, id, now);
  const context = sheetContext(reading, resources, project, now);
  const lists = [
    passportSheet(context),
    partnersSheet(context),
    planSheet(context),
    activitiesSheet(context, { ...everyActivity, projectId: id }),
    participantsSheet(context),
    milestonesSheet(context),
    deliverablesSheet(context),
    indicatorsSheet(context),
    valuesSheet(context),
    ...moneySheets(context),
    risksSheet(context),
    programmeSheet(context),
  ];
  return { title: project.shortName || project.title, lists };
}

/** Makes the workbook. Throws `notFound`, `dayMalformed`, `endBeforeStart`. */
export async function makeProjectWorkbook(
  reading: Reading,
  resources: string,
  order: WorkbookOrder,
  now: Date,
): Promise<{ bytes: Buffer; name: string }> {
  if (order.file === 'project') {
    const { title, lists } = projectLists(reading, resources, order.id, now);
    return listsWorkbook(title, lists);
  }
  const context = wordedContext(reading, resources, order.language, now);
  const list = activitiesSheet(context, order.filter);
  const title = order.title.trim() || list.title;
  return listsWorkbook(title, [{ ...list, title }]);
}

/** The worker's side. Throws as `makeProjectWorkbook`. */
export async function runProjectWorkbook({
  path,
  key,
  resources,
  now,
  order,
}: ProjectWorkbookTask['input']): Promise<ProjectWorkbookTask['result']> {
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    return await makeProjectWorkbook({ sqlite, db: drizzle(sqlite) }, resources, order, new Date(now));
  } finally {
    sqlite.close();
  }
}
