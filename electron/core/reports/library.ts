import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { Author } from '../ledger/ledger.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import type { Report } from './makeReport.ts';
import { outdatedPapers } from './outdated.ts';
import { requestOf, subjectOf, type StoredRequest } from './subject.ts';
import { exportedReport } from './tables.ts';

/**
 * Notes a paper in the library.
 * @param stateClock the newest clock of the workspace before the paper was made
 */
export function noteExport(
  workspace: OpenWorkspace,
  author: Author,
  input: { request: ReportRequest; report: Report; stateClock: string; at: string },
): string {
  const { request, report, stateClock, at } = input;
  return workspace.ledger.write(author, { label: 'reports.export' }, (w) =>
    w.insert(exportedReport, {
      report: request.report,
      form: request.form,
      title: report.title,
      fileName: report.name,
      ...subjectOf(request),
      request: JSON.stringify(request),
      exportedAt: at,
      sha256: report.sha256,
      stateClock,
    }),
  );
}

export function removeFromLibrary(workspace: OpenWorkspace, author: Author, id: string) {
  workspace.ledger.write(author, { label: 'reports.removeFromLibrary' }, (w) => w.remove(exportedReport, id));
}

interface StoredReport extends StoredRequest {
  id: string;
  title: string;
  fileName: string;
  exportedAt: string | null;
  sha256: string;
  stateClock: string;
}

/** What was exported, the newest first, with whether something that it says has changed since (see `outdated.ts`). */
export function readLibrary(workspace: Reader) {
  const reports = readAll<StoredReport>(
    workspace,
    `SELECT id, report, form, title, fileName, subjectEntity, subjectId, request, exportedAt, sha256, stateClock
     FROM exported_report WHERE removed = 0 ORDER BY exportedAt DESC, id DESC LIMIT 1000`,
  );
  const notedIn = (id: string): number =>
    readOne<{ n: number | null }>(
      workspace,
      `SELECT min(changeSet) AS n FROM change WHERE entity = 'exportedReport' AND row = ?`,
      id,
    )?.n ?? 0;
  const noted = new Map(reports.map(({ id }) => [id, notedIn(id)]));
  const beganToMake = readOne<{ n: number | null }>(
    workspace,
    'SELECT min(n) AS n FROM change_set WHERE hlc > ?',
    reports.reduce((oldest, { stateClock }) => (stateClock < oldest ? stateClock : oldest), '\uFFFF'),
  )?.n;
  const isOutdated = outdatedPapers(workspace, Math.min(beganToMake ?? Infinity, ...noted.values()) - 1);
  return reports.flatMap((report) => {
    const asked = requestOf(workspace, report);
    if (asked === null) return [];
    const { id, title, fileName, sha256, stateClock, exportedAt } = report;
    const { request, words } = asked;
    const outdated = isOutdated(request, stateClock, noted.get(id) ?? 0);
    return [{ id, request, subject: words, title, fileName, sha256, exportedAt: exportedAt ?? '', outdated }];
  });
}
