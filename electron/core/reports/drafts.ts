import type { MeetingReportRequest, RegisterReportRequest, ReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Reading } from '../directory/reading.ts';
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
import type { Paper } from './paper/paper.ts';
import type { Sheet } from './paper/sheet.ts';
import { readRegistration } from './registrationSheet/model.ts';
import { registrationSheet } from './registrationSheet/sheet.ts';
import { isMeetingRequest } from './subject.ts';

/** What was read, and how a form writes it down. */
export interface Draft {
  /** The language that the record is written in. */
  language: Language;
  write: (paper: Paper) => Sheet;
}

function readMeetingDraft(workspace: Reading, request: MeetingReportRequest, day: IsoDay): Draft {
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

function readRegisterDraft(_workspace: Reading, request: RegisterReportRequest, _day: IsoDay): Draft {
  throw new AppError('notFound', { what: request.report });
}

/**
 * Reads what a paper says.
 * @param day the day from which deadlines are overdue
 * @throws as `makeReport`
 */
export const readDraft = (workspace: Reading, request: ReportRequest, day: IsoDay): Draft =>
  isMeetingRequest(request) ? readMeetingDraft(workspace, request, day) : readRegisterDraft(workspace, request, day);
