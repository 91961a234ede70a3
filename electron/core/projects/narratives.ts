import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { narrativeSections, type NarrativeSection } from '../../../shared/vocabulary.ts';
import { readClocks } from '../ledger/clocks.ts';
import type { Author } from '../ledger/ledger.ts';
import { mergeTexts, type Base } from '../ledger/write.ts';
import { requireDay, requireOrder } from '../meetings/checks.ts';
import { readAll, readOne, type Reader } from '../statements.ts';
import type { OpenWorkspace } from '../workspace/open.ts';
import { requireProject } from './records.ts';
import { narrative } from './tables.ts';

/** First and last day of the period a report is on; both null: the final report. */
interface ReportPeriod {
  from: IsoDay | null;
  until: IsoDay | null;
}

/** The period as records keep it; empty: the final report. Throws `required`, `dayMalformed`, `endBeforeStart`. */
function periodOf({ from, until }: ReportPeriod): string {
  if (from === null && until === null) return '';
  if (from === null) throw new AppError('required', {}, 'from');
  if (until === null) throw new AppError('required', {}, 'until');
  requireDay(from, 'from');
  requireDay(until, 'until');
  requireOrder(from, until, 'until');
  return `${from}/${until}`;
}

const short = (day: IsoDay): string => day.slice(2).replaceAll('-', '');

/** One record for each section, made by whichever device writes first: the same id on all of them. */
function narrativeId(projectId: string, { from, until }: ReportPeriod, section: NarrativeSection): string {
  const period = from === null || until === null ? 'final' : `${short(from)}-${short(until)}`;
  return `${projectId}:${period}:${section}`;
}

interface StoredNarrative {
  id: string;
  period: string;
  section: NarrativeSection;
  text: string;
}

const readTexts = (reader: Reader, projectId: string): StoredNarrative[] =>
  readAll<StoredNarrative>(
    reader,
    'SELECT id, period, section, text FROM narrative WHERE projectId = ? AND removed = 0 ORDER BY id',
    projectId,
  );

/** The last day of a stored period; of the final report the end of all days. */
const endOf = (period: string): string => (period === '' ? '9999-12-31' : period.slice(11));

/** The text of a section in the latest period that was over before this one begins; empty sections are passed over. */
function textBefore(rows: readonly StoredNarrative[], section: NarrativeSection, from: IsoDay | null): string {
  const earlier = rows
    .filter((row) => row.section === section && row.period !== '' && row.text.trim() !== '')
    .filter((row) => from === null || endOf(row.period) < from)
    .toSorted((a, b) => (endOf(a.period) < endOf(b.period) ? -1 : 1));
  return earlier.at(-1)?.text ?? '';
}

/** Every section of a report with what was written for it, and for the period before. Throws `notFound`, as `periodOf`. */
export function readNarratives(reader: Reader, input: ReportPeriod & { projectId: string }) {
  const { projectId, from } = input;
  requireProject(reader, projectId);
  const period = periodOf(input);
  const rows = readTexts(reader, projectId);
  const own = new Map(rows.filter((row) => row.period === period).map((row) => [row.section, row]));
  const clocks = readClocks(
    reader,
    'narrative',
    [...own.values()].map(({ id }) => id),
  );
  return {
    sections: narrativeSections.map((section) => {
      const row = own.get(section);
      const clock = row === undefined ? null : (clocks.get(row.id)?.['text'] ?? null);
      return { section, text: row?.text ?? '', before: textBefore(rows, section, from), clock };
    }),
  };
}

/**
 * Saves what is typed in one section. A text that another page changed meanwhile is merged by words, or, where both
 * changed the same words, left as the other has it with ours kept as a conflict (rule 2).
 * Throws `notFound`, `textTooLong`, as `periodOf`.
 */
export function setNarrative(
  workspace: OpenWorkspace,
  author: Author,
  input: ReportPeriod & {
    projectId: string;
    section: NarrativeSection;
    text: string;
    base?: Record<string, Base> | undefined;
  },
): { clock: string | null; text: string; merged: boolean; conflict: boolean } {
  const { projectId, section, text, base } = input;
  requireProject(workspace, projectId);
  const period = periodOf(input);
  const id = narrativeId(projectId, input, section);
  const read = () =>
    readOne<{ text: string; removed: number }>(workspace, 'SELECT text, removed FROM narrative WHERE id = ?', id);
  const before = read();
  if (before === undefined && text === '') return { clock: null, text: '', merged: false, conflict: false };
  workspace.ledger.write(author, { label: 'projects.setNarrative', typing: true }, (w) => {
    if (before === undefined) {
      w.insert(narrative, { id, projectId, period, section, text });
      return;
    }
    // Taken back by undo while the page goes on writing, its words come back (rule 5).
    if (before.removed === 1) w.restore(narrative, id);
    w.update(narrative, id, { text }, base);
  });
  const now = read()?.text ?? '';
  const clock = readClocks(workspace, 'narrative', [id]).get(id)?.['text'] ?? null;
  if (now === text) return { clock, text: now, merged: false, conflict: false };
  const merged = mergeTexts(text, base?.['text']?.text ?? '', before?.text ?? '') !== null;
  return { clock, text: now, merged, conflict: !merged };
}
