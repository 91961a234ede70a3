import { isIsoDay } from '../../../shared/dates.ts';
import type { ProjectReportRequest, RegisterReportRequest, ReportRequest } from '../../../shared/contract/reports.ts';
import { memorandumStates, projectDocuments } from '../../../shared/vocabulary.ts';

/** What a paper is about; its form is chosen in the preview. */
export type PaperSubject<Request extends ReportRequest = ReportRequest> = Request extends ReportRequest
  ? Omit<Request, 'form'>
  : never;

type Asked = Record<string, string | boolean | readonly string[] | null>;

const written = (path: string, asked: Asked): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === null || value === false || value === '') continue;
    const text = value === true ? 'yes' : typeof value === 'string' ? value : value.join(',');
    if (text !== '') search.set(name, text);
  }
  return `${path}?${search.toString()}`;
};

function ofRegister(request: RegisterReportRequest): string {
  const { report, form } = request;
  switch (request.report) {
    case 'memorandum':
      return written(`/memoranda/${request.memorandumId}/documents/${report}`, { form, version: request.versionId });
    case 'amendment':
      return written(`/memoranda/${request.memorandumId}/documents/${report}`, {
        form,
        amendment: request.amendmentId,
      });
    case 'obligationState':
      return request.memorandumId === null
        ? written(`/memoranda/documents/${report}`, { form })
        : written(`/memoranda/${request.memorandumId}/documents/${report}`, { form });
    case 'memorandumRegister':
      return written(`/memoranda/documents/${report}`, { form, state: request.states, group: request.groupId });
    case 'decisionState': {
      const { by, groupId, organisationId, meetingId, from, until, unfinished } = request;
      return written(`/decisions/documents/${report}`, {
        form,
        by,
        group: groupId,
        organisation: organisationId,
        meeting: meetingId,
        from,
        until,
        unfinished,
      });
    }
    case 'reminder': {
      const { organisationId, groupId, until } = request;
      return written(`/decisions/documents/${report}`, { form, organisation: organisationId, group: groupId, until });
    }
  }
}

function ofProject(request: ProjectReportRequest): string {
  const { report, form, projectId } = request;
  const path = `/projects/${projectId}/documents/${report}`;
  if (request.report === 'progressReport') return written(path, { form, from: request.from, until: request.until });
  if (request.report === 'coverageReport') return written(path, { form, asOf: request.asOf });
  return written(path, { form });
}

/**
 * What the address of a project's paper asks for, the reverse of `addressOf`; null where it names no such paper or leaves
 * out the period of a progress report.
 */
export function projectSubjectFrom(
  report: string | undefined,
  projectId: string,
  search: URLSearchParams,
): PaperSubject<ProjectReportRequest> | null {
  const day = (name: string): string | null => {
    const value = search.get(name);
    return isIsoDay(value) ? value : null;
  };
  const named = projectDocuments.find((one) => one === report);
  if (named === undefined) return null;
  if (named === 'coverageReport') return { report: named, projectId, asOf: day('asOf') };
  if (named !== 'progressReport') return { report: named, projectId };
  const from = day('from');
  const until = day('until');
  return from === null || until === null ? null : { report: named, projectId, from, until };
}

/**
 * Where a paper is shown, on the page of what it is about: `/meetings/<id>/documents/extract?form=lt&decision=<id>`,
 * `/memoranda/<id>/documents/memorandum?version=<id>`, `/decisions/documents/decisionState?by=meeting&from=2026-01-01`.
 */
export function addressOf(request: ReportRequest): string {
  if ('projectId' in request) return ofProject(request);
  if (!('correctionId' in request)) return ofRegister(request);
  const { report, meetingId, form, decisionId, correctionId, participantId, signatureId = null } = request;
  return written(`/meetings/${meetingId}/documents/${report}`, {
    form,
    decision: decisionId,
    correction: correctionId,
    participant: participantId,
    signature: signatureId,
  });
}

/**
 * What the address of a paper of the registers asks for, the reverse of `addressOf`; null where it names no such paper or
 * leaves out what the paper is about.
 * @param report the last part of the path
 * @param memorandumId of the path, where it has one
 */
export function subjectFrom(
  report: string | undefined,
  memorandumId: string | null,
  search: URLSearchParams,
): PaperSubject<RegisterReportRequest> | null {
  const id = (name: string): string | null => search.get(name) || null;
  const day = (name: string): string | null => {
    const value = search.get(name);
    return isIsoDay(value) ? value : null;
  };
  const groupId = id('group');
  switch (report) {
    case 'memorandum':
      return memorandumId === null ? null : { report, memorandumId, versionId: id('version') };
    case 'amendment': {
      const amendmentId = id('amendment');
      return memorandumId === null || amendmentId === null ? null : { report, memorandumId, amendmentId };
    }
    case 'obligationState':
      return { report, memorandumId };
    case 'memorandumRegister': {
      const states = search.get('state')?.split(',') ?? [];
      return { report, states: memorandumStates.filter((state) => states.includes(state)), groupId };
    }
    case 'decisionState':
      return {
        report,
        by: search.get('by') === 'organisation' ? 'organisation' : 'meeting',
        groupId,
        organisationId: id('organisation'),
        meetingId: id('meeting'),
        from: day('from'),
        until: day('until'),
        unfinished: search.get('unfinished') === 'yes',
      };
    case 'reminder': {
      const organisationId = id('organisation');
      return organisationId === null ? null : { report, organisationId, groupId, until: day('until') };
    }
    case undefined:
    default:
      return null;
  }
}
