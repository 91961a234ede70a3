import type { ProjectReportRequest } from '../../../shared/contract/reports.ts';
import type { IsoDay } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reading } from '../directory/reading.ts';
import { readCoveragePaper } from './coverageReport/model.ts';
import { coverageSheet } from './coverageReport/sheet.ts';
import type { Draft } from './draft.ts';
import { readFinal } from './finalReport/model.ts';
import { finalSheet } from './finalReport/sheet.ts';
import { readProgrammeAnnex } from './programmeAnnex/model.ts';
import { programmeSheet } from './programmeAnnex/sheet.ts';
import { readProgress } from './progressReport/model.ts';
import { progressSheet } from './progressReport/sheet.ts';
import { openDesk } from './project/desk.ts';
import { readPassport } from './projectPassport/model.ts';
import { passportSheet } from './projectPassport/sheet.ts';

/**
 * Reads what a paper of a project says.
 * @throws notFound, tooManyRowsOnPaper, endBeforeStart
 */
export function readProjectDraft(
  workspace: Reading,
  resources: string,
  request: ProjectReportRequest,
  today: IsoDay,
): Draft {
  const { projectId, form } = request;
  const sources = { workspace, resources, projectId, form, today };
  switch (request.report) {
    case 'projectPassport': {
      const model = readPassport(sources);
      return {
        language: model.project.language,
        write: async (paper) => passportSheet(await openDesk(paper, resources), model),
      };
    }
    case 'progressReport': {
      const { from, until } = request;
      if (until < from) throw new AppError('endBeforeStart', {}, 'until');
      const model = readProgress(sources, { from, until });
      return {
        language: model.project.language,
        write: async (paper) => progressSheet(await openDesk(paper, resources), model),
      };
    }
    case 'coverageReport': {
      const model = readCoveragePaper(sources, request.asOf);
      return {
        language: model.project.language,
        write: async (paper) => coverageSheet(await openDesk(paper, resources, true), model),
      };
    }
    case 'finalReport': {
      const model = readFinal(sources);
      return {
        language: model.project.language,
        write: async (paper) => finalSheet(await openDesk(paper, resources), model),
      };
    }
    case 'programmeAnnex': {
      const model = readProgrammeAnnex(sources);
      return { language: model.project.language, write: (paper) => programmeSheet(paper, model) };
    }
  }
}
