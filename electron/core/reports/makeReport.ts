import { createHash } from 'node:crypto';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Reading } from '../directory/reading.ts';
import { readSettings, settingNames } from '../workspace/settings.ts';
import { readDraft } from './drafts.ts';
import type { Typeface } from './paper/look.ts';
import { createPaper } from './paper/paper.ts';
import { packSheet } from './paper/pack.ts';
import { paperWords } from './paper/words.ts';

export interface Report {
  bytes: Uint8Array<ArrayBuffer>;
  /** File name with extension. */
  name: string;
  title: string;
  draft: boolean;
  /** Signed minutes in whose place others are in force. */
  superseded: boolean;
  /** Of the bytes, hex. */
  sha256: string;
}

/** The font and size that this workspace sets; the form's own where it sets none. */
function typefaceOf(workspace: Reading): Typeface {
  const set = settingNames(workspace);
  const { documentFont, documentFontSize } = readSettings(workspace);
  return {
    font: set.has('documentFont') && documentFont.trim() !== '' ? documentFont : null,
    size: set.has('documentFontSize') ? documentFontSize : null,
  };
}

/**
 * Makes one Word document. Reads only; takes an open workspace as well as a worker's own connection.
 * @param resources absolute folder of the bundled resources
 * @param today the day from which deadlines are overdue
 * @param progress steps done of all steps
 * @throws notFound, snapshotUnreadable, snapshotForged, versionDamaged, tooManyRowsOnPaper, nothingOwed
 */
export async function makeReport(
  workspace: Reading,
  resources: string,
  request: ReportRequest,
  today: IsoDay,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Report> {
  progress(0, 3);
  const { language, write } = readDraft(workspace, resources, request, today);
  progress(1, 3);
  const t = paperWords(resources, request.form);
  const paper = createPaper({ form: request.form, recordLanguage: language, t, typeface: typefaceOf(workspace) });
  const sheet = await write(paper);
  progress(2, 3);
  const bytes = await packSheet(paper, sheet);
  progress(3, 3);
  return {
    bytes,
    name: sheet.name,
    title: sheet.title,
    draft: sheet.draft,
    superseded: sheet.superseded === true,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
