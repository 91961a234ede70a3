// The papers of the registers in every form: kept for both validators, and what a person reads in them.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport, type Report } from '../../../electron/core/reports/makeReport.ts';
import type { RegisterReportRequest } from '../../../shared/contract/reports.ts';
import { languages, localeTags, type Language } from '../../../shared/languages.ts';
import { makeMeeting, type TestMeeting } from '../../fixtures/meeting.ts';
import { linesOf, partsOf, tablesOf, textOf } from '../../fixtures/paperFile.ts';
import { makeRegisters, type TestRegisters } from '../../fixtures/registers.ts';
import { hasMicrosoftValidator, keepWordFile, microsoftFindings } from '../../fixtures/wordFiles.ts';
import { makeWorkspace, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const day = '2026-11-21';

let made: TestWorkspace;
let meeting: TestMeeting;
let registers: TestRegisters;

type Asked = RegisterReportRequest extends infer Request
  ? Request extends RegisterReportRequest
    ? Omit<Request, 'form'>
    : never
  : never;

/** Every paper of the registers, with its conditions. */
const asked = (): Record<string, Asked> => ({
  decisionStateByMeeting: decisionState({}),
  decisionStateByOrganisation: decisionState({ by: 'organisation' }),
  reminder: { report: 'reminder', organisationId: meeting.organisations[10] ?? '', groupId: null, until: null },
  reminderPolice: {
    report: 'reminder',
    organisationId: meeting.organisations[3] ?? '',
    groupId: meeting.groupId,
    until: null,
  },
  memorandum: { report: 'memorandum', memorandumId: registers.memorandumId, versionId: null },
  memorandumDraft: { report: 'memorandum', memorandumId: registers.draftId, versionId: null },
  amendment: { report: 'amendment', memorandumId: registers.memorandumId, amendmentId: registers.amendmentId },
  memorandumRegister: { report: 'memorandumRegister', states: [], groupId: null },
  obligationState: { report: 'obligationState', memorandumId: registers.memorandumId },
  obligationStateAll: { report: 'obligationState', memorandumId: null },
});
const names = [
  'decisionStateByMeeting',
  'decisionStateByOrganisation',
  'reminder',
  'reminderPolice',
  'memorandum',
  'memorandumDraft',
  'amendment',
  'memorandumRegister',
  'obligationState',
  'obligationStateAll',
] as const;

type DecisionState = Extract<Asked, { report: 'decisionState' }>;
const decisionState = (more: Partial<DecisionState>): DecisionState => ({
  report: 'decisionState',
  by: 'meeting',
  groupId: meeting.groupId,
  organisationId: null,
  meetingId: null,
  from: '2026-01-01',
  until: '2026-11-21',
  unfinished: false,
  ...more,
});

const papers = names.flatMap((name) => languages.map((form) => ({ name, form })));
const reports = new Map<string, Report>();
const reportOf = (name: (typeof names)[number], form: Language): Report => {
  const report = reports.get(`${name}-${form}`);
  if (!report) throw new Error(`not made: ${name}-${form}`);
  return report;
};
const make = (request: Asked, form: Language) => makeReport(made.workspace, resources, { ...request, form }, day);

beforeAll(async () => {
  made = await makeWorkspace({ at: '2026-11-21 12:00' });
  meeting = makeMeeting(made);
  registers = makeRegisters(made, meeting);
  for (const { name, form } of papers) {
    const request = asked()[name];
    if (request === undefined) throw new Error(name);
    const report = await make(request, form);
    reports.set(`${name}-${form}`, report);
    keepWordFile(`${name}-${form}`, report.bytes);
  }
});
afterAll(() => made.remove());

describe.each(papers)('$name in the form of $form', ({ name, form }) => {
  it('names itself and its language, and leaves nothing unsaid', () => {
    const { bytes, name: file, title } = reportOf(name, form);
    const parts = partsOf(bytes);
    expect(parts.get('word/styles.xml')).toContain(`<w:lang w:val="${localeTags[form]}"`);
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${title.replaceAll('&', '&amp;')}</dc:title>`);
    expect(file).toMatch(/^[^<>:"/\\|?*]+\.docx$/);
    expect(textOf(bytes)).not.toMatch(/\{\{|undefined|null|\b(?:register|column|title)\.\w/);
  });
});
