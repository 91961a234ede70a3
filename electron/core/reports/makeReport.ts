import { createHash } from 'node:crypto';
import type { ReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Reading } from '../directory/reading.ts';
import { readSettings, settingNames } from '../workspace/settings.ts';
import { readAgenda } from './agenda/model.ts';
import { agendaSheet } from './agenda/sheet.ts';
import { readCorrection } from './correction/model.ts';
import { correctionSheet } from './correction/sheet.ts';
import { readDecisionTable } from './decisionTable/model.ts';
import { decisionTableSheet } from './decisionTable/sheet.ts';
import { readExtract } from './extract/model.ts';
import { extractSheet } from './extract/sheet.ts';
import { readInvitation } from './invitation/model.ts';
import { invitationSheet } from './invitation/sheet.ts';
import { printedMinutes } from './minutes/printed.ts';
import { minutesSheet } from './minutes/sheet.ts';
import type { Typeface } from './paper/look.ts';
import { createPaper, type Paper } from './paper/paper.ts';
import { packSheet } from './paper/pack.ts';
import type { Sheet } from './paper/sheet.ts';
import { paperWords } from './paper/words.ts';
import { readRegistration } from './registrationSheet/model.ts';
import { registrationSheet } from './registrationSheet/sheet.ts';

export interface Report {
  bytes: Uint8Array<ArrayBuffer>;
  /** File name with extension. */
  name: string;
  title: string;
  draft: boolean;
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

/** What was read, and how a form writes it down. */
interface Draft {
  /** The language that the record is written in. */
  language: Language;
  write: (paper: Paper) => Sheet;
}

function read(workspace: Reading, request: ReportRequest, day: IsoDay): Draft {
  const { meetingId } = request;
  switch (request.report) {
    case 'minutes':
    case 'shortMinutes': {
      const printed = printedMinutes(workspace, meetingId);
      const short = request.report === 'shortMinutes';
      return { language: printed.model.language, write: (paper) => minutesSheet(paper, printed, { short }) };
    }
    case 'agenda': {
      const model = readAgenda(workspace, meetingId);
      return { language: model.head.language, write: (paper) => agendaSheet(paper, model) };
    }
    case 'invitation': {
      const model = readInvitation(workspace, meetingId, request.participantId);
      return { language: model.head.language, write: (paper) => invitationSheet(paper, model) };
    }
    case 'registrationSheet': {
      const model = readRegistration(workspace, meetingId);
      return { language: model.head.language, write: (paper) => registrationSheet(paper, model) };
    }
    case 'extract': {
      const model = readExtract(workspace, meetingId, request.decisionId);
      return { language: model.printed.model.language, write: (paper) => extractSheet(paper, model) };
    }
    case 'decisionTable': {
      const model = readDecisionTable(workspace, meetingId, day);
      return { language: model.head.language, write: (paper) => decisionTableSheet(paper, model) };
    }
    case 'correction': {
      const model = readCorrection(workspace, meetingId, request.correctionId);
      return { language: model.head.language, write: (paper) => correctionSheet(paper, model) };
    }
  }
}

/**
 * Makes one Word document of a meeting. Reads only; takes an open workspace as well as a worker's own connection.
 * @param resources absolute folder of the bundled resources
 * @param today the day from which deadlines are overdue
 * @param progress steps done of all steps
 * @throws notFound, snapshotUnreadable, snapshotForged
 */
export async function makeReport(
  workspace: Reading,
  resources: string,
  request: ReportRequest,
  today: IsoDay,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Report> {
  progress(0, 3);
  const { language, write } = read(workspace, request, today);
  progress(1, 3);
  const t = paperWords(resources, request.form);
  const paper = createPaper({ form: request.form, recordLanguage: language, t, typeface: typefaceOf(workspace) });
  const sheet = write(paper);
  progress(2, 3);
  const bytes = await packSheet(paper, sheet);
  progress(3, 3);
  return {
    bytes,
    name: sheet.name,
    title: sheet.title,
    draft: sheet.draft,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
