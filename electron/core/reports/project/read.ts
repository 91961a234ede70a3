import { everyActivity } from '../../../../shared/contract/projects.ts';
import type { IsoDay } from '../../../../shared/dates.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Language } from '../../../../shared/languages.ts';
import type { NarrativeSection } from '../../../../shared/vocabulary.ts';
import type { Reading } from '../../directory/reading.ts';
import { activityIds } from '../../projects/activities/list.ts';
import { placeWords } from '../../projects/activities/places.ts';
import { readRows } from '../../projects/activities/rows.ts';
import { readProject } from '../../projects/detail.ts';
import { readMoney } from '../../projects/money/read.ts';
import { readNarratives } from '../../projects/narratives.ts';
import { asList, readAll } from '../../statements.ts';
import { mostRows } from '../decisionState/rows.ts';
import { peopleOn, textName } from '../people.ts';
import { readFrame } from '../registerFrame.ts';
import type { PaperActivity } from './activities.ts';
import type { ProjectFrame } from './head.ts';
import type { SpentInPeriod } from './money.ts';
import type { ParticipantSum } from './participants.ts';

/** What papers of a project are read from. */
export interface Sources {
  workspace: Reading;
  /** Absolute folder of the bundled resources. */
  resources: string;
  projectId: string;
  /** Names of territories are told in its language. */
  form: Language;
  today: IsoDay;
}

/** Noon of a day: the same day in every time zone that the program is used in. */
export const noonOf = (day: IsoDay): Date => new Date(`${day}T12:00:00`);

/** Throws `notFound`. */
export function readProjectFrame({ workspace, resources, projectId, form, today }: Sources): ProjectFrame {
  const project = readProject(workspace, resources, projectId, noonOf(today));
  const places = project.places.map((place) => ({ ...place, name: placeWords(resources, place, form).name }));
  const people = peopleOn(workspace, today);
  return {
    project: { ...project, places },
    frame: readFrame(workspace, project.groupId, today, ['secretary', 'chair']),
    manager:
      project.managerId !== null
        ? people.someone(project.managerId, { organisationId: project.leadId })
        : project.managerText.trim() === ''
          ? null
          : { personId: null, name: textName(project.managerText), position: '', organisation: '', shortName: '' },
    day: today,
  };
}

interface More {
  id: string;
  statusReason: string;
  outcome: string;
  countries: number;
}

/**
 * All activities in the order of print.
 * @throws tooManyRowsOnPaper
 */
export function readPaperActivities({ workspace, resources, projectId, form, today }: Sources): PaperActivity[] {
  const ids = activityIds(workspace, resources, { ...everyActivity, projectId }, noonOf(today));
  if (ids.length > mostRows) throw new AppError('tooManyRowsOnPaper', { rows: ids.length, most: mostRows });
  const more = new Map(
    readAll<More>(
      workspace,
      `SELECT a.id, a.statusReason, a.outcome, (SELECT count(DISTINCT p.key) FROM participant_count p
         WHERE p.activityId = a.id AND p.removed = 0 AND p.dimension = 'country') AS countries
       FROM json_each(?) j CROSS JOIN activity a ON a.id = j.value`,
      asList(ids),
    ).map((row) => [row.id, row]),
  );
  return readRows(workspace, resources, ids, today, form).map((row) => {
    const { statusReason = '', outcome = '', countries = 0 } = more.get(row.id) ?? {};
    return { ...row, statusReason, outcome, countries };
  });
}

/** Participants of the held activities among these, added up by what they were counted by. */
export function readParticipants({ workspace }: Sources, activities: readonly PaperActivity[]): ParticipantSum[] {
  return readAll<ParticipantSum>(
    workspace,
    `SELECT p.dimension, p.key, sum(p.people) AS people FROM json_each(?) j
       CROSS JOIN participant_count p ON p.activityId = j.value
     WHERE p.removed = 0 GROUP BY p.dimension, p.key ORDER BY p.dimension, sum(p.people) DESC NULLS LAST, p.key`,
    asList(activities.filter(({ status }) => status === 'held').map(({ id }) => id)),
  );
}

export type Narratives = Partial<Record<NarrativeSection, string>>;

/** What was written for a report; both days null: for the final one. */
export function readTexts({ workspace, projectId }: Sources, from: IsoDay | null, until: IsoDay | null): Narratives {
  const { sections } = readNarratives(workspace, { projectId, from, until });
  return Object.fromEntries(sections.map(({ section, text }) => [section, text]));
}

/** Spent from a day on: what was spent until the end less what had been spent before. */
export function readSpentIn({ workspace, projectId }: Sources, before: IsoDay, until: IsoDay): SpentInPeriod {
  const earlier = new Map(readMoney(workspace, projectId, before).funders.map(({ id, spent }) => [id, spent]));
  return new Map(
    readMoney(workspace, projectId, until).funders.map(({ id, spent }) => [id, spent - (earlier.get(id) ?? 0)]),
  );
}
