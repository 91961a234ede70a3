import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { openDatabase } from '../workspace/database.ts';
import type { RawKey } from '../workspace/key.ts';
import { makeReport, type Report } from './makeReport.ts';

/** A document made beside the core, in a thread with its own read-only connection to the encrypted file. */
export interface ReportTask {
  input: { path: string; key: RawKey; resources: string; request: ReportRequest; today: IsoDay };
  result: Report;
}

/** The worker's side. Throws what `makeReport` throws. */
export async function runReport(
  { path, key, resources, request, today }: ReportTask['input'],
  progress: (done: number, total: number) => void,
): Promise<Report> {
  const sqlite = openDatabase(path, key, { readonly: true });
  try {
    return await makeReport({ sqlite, db: drizzle(sqlite) }, resources, request, today, progress);
  } finally {
    sqlite.close();
  }
}
