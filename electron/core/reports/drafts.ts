import type { MeetingReportRequest, RegisterReportRequest, ReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import type { Reading } from '../directory/reading.ts';
import { readAgenda } from './agenda/model.ts';
import { agendaSheet } from './agenda/sheet.ts';
import { readAmendmentPaper } from './amendment/model.ts';
import { amendmentSheet } from './amendment/sheet.ts';
import { readCorrection } from './correction/model.ts';
import { correctionSheet } from './correction/sheet.ts';
import { readDecisionState } from './decisionState/model.ts';
import { decisionStateSheet } from './decisionState/sheet.ts';
import { readDecisionTable } from './decisionTable/model.ts';
import { decisionTableSheet } from './decisionTable/sheet.ts';
import type { Draft } from './draft.ts';
import { readExtract } from './extract/model.ts';
import { extractSheet } from './extract/sheet.ts';
import { readInvitation } from './invitation/model.ts';
import { invitationSheet } from './invitation/sheet.ts';
import { readMemorandumPaper } from './memorandum/model.ts';
import { memorandumSheet } from './memorandum/sheet.ts';
import { readMemorandumRegister } from './memorandumRegister/model.ts';
import { memorandumRegisterSheet } from './memorandumRegister/sheet.ts';
import { printedMinutes } from './minutes/printed.ts';
import { minutesSheet } from './minutes/sheet.ts';
import { readObligationState } from './obligationState/model.ts';
import { obligationStateSheet } from './obligationState/sheet.ts';
import { readRegistration } from './registrationSheet/model.ts';
import { registrationSheet } from './registrationSheet/sheet.ts';
import { readReminder } from './reminder/model.ts';
import { reminderSheet } from './reminder/sheet.ts';
import { readProjectDraft } from './projectDrafts.ts';
import { isMeetingRequest, isProjectRequest } from './subject.ts';

function readMeetingDraft(workspace: Reading, request: MeetingReportRequest, day: IsoDay): Draft {
  const { meetingId } = request;
  switch (request.report) {
    case 'minutes':
    case 'shortMinutes': {
      const printed = printedMinutes(workspace, meetingId, request.signatureId);
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

function readRegisterDraft(workspace: Reading, resources: string, request: RegisterReportRequest, day: IsoDay): Draft {
  switch (request.report) {
    case 'decisionState': {
      const model = readDecisionState(workspace, request, day);
      return { language: model.language ?? request.form, write: (paper) => decisionStateSheet(paper, model) };
    }
    case 'reminder': {
      const model = readReminder(workspace, request, day);
      return { language: model.language ?? request.form, write: (paper) => reminderSheet(paper, model) };
    }
    case 'memorandum': {
      const model = readMemorandumPaper(workspace, resources, request, day);
      return { language: model.language, write: (paper) => memorandumSheet(paper, model) };
    }
    case 'amendment': {
      const model = readAmendmentPaper(workspace, resources, request, day);
      return { language: model.language, write: (paper) => amendmentSheet(paper, model) };
    }
    case 'memorandumRegister': {
      const model = readMemorandumRegister(workspace, request, day);
      return { language: model.language ?? request.form, write: (paper) => memorandumRegisterSheet(paper, model) };
    }
    case 'obligationState': {
      const model = readObligationState(workspace, request.memorandumId, day);
      return { language: model.language ?? request.form, write: (paper) => obligationStateSheet(paper, model) };
    }
  }
}

/**
 * Reads what a paper says.
 * @param resources absolute folder of the bundled resources
 * @param day the day from which deadlines are overdue
 * @throws as `makeReport`
 */
export const readDraft = (workspace: Reading, resources: string, request: ReportRequest, day: IsoDay): Draft =>
  isMeetingRequest(request)
    ? readMeetingDraft(workspace, request, day)
    : isProjectRequest(request)
      ? readProjectDraft(workspace, resources, request, day)
      : readRegisterDraft(workspace, resources, request, day);
