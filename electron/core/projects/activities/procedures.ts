import { AppError } from '../../../../shared/errors.ts';
import { today } from '../../../../shared/dates.ts';
import { implementer, type Core } from '../../core.ts';
import { readCoverage } from './coverage.ts';
import { addDependency, removeDependency } from './dependencies.ts';
import { readActivity } from './detail.ts';
import { addActivity, moveActivity, removeActivities, setActivities, updateActivity } from './editing.ts';
import { activityIds, listActivities } from './list.ts';
import { setParticipants } from './participants.ts';
import { setPlaces, setPlaceState } from './places.ts';
import { activityWarnings } from './warnings.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const activityProcedures = (core: Core) => {
  const now = () => new Date((core.ports.now ?? Date.now)());
  const { resources } = core.ports;
  return {
    activities: area.activities.handler(({ input }) => listActivities(core.workspace(), resources, input, now())),
    activityIds: area.activityIds.handler(({ input }) => activityIds(core.workspace(), resources, input, now())),
    activity: area.activity.handler(({ input }) => readActivity(core.workspace(), resources, input.id, now())),
    addActivity: area.addActivity.handler(({ input, context }) => ({
      id: addActivity(core.workspace(), core.author(context), resources, input),
    })),
    updateActivity: area.updateActivity.handler(({ input, context }) => {
      updateActivity(core.workspace(), core.author(context), input);
      return { warnings: activityWarnings(core.workspace(), input.id, today(now())) };
    }),
    moveActivity: area.moveActivity.handler(({ input, context }) => {
      moveActivity(core.workspace(), core.author(context), input);
      return {};
    }),
    removeActivities: area.removeActivities.handler(({ input, context }) => {
      removeActivities(core.workspace(), core.author(context), input.ids);
      return {};
    }),
    setActivities: area.setActivities.handler(({ input, context }) => {
      setActivities(core.workspace(), core.author(context), input);
      return {};
    }),
    shiftActivities: area.shiftActivities.handler(() => soon()),
    setBaseline: area.setBaseline.handler(() => soon()),
    setPlaces: area.setPlaces.handler(({ input, context }) => {
      setPlaces(core.workspace(), core.author(context), resources, input);
      return {};
    }),
    setPlaceState: area.setPlaceState.handler(({ input, context }) => {
      setPlaceState(core.workspace(), core.author(context), input);
      return {};
    }),
    setParticipants: area.setParticipants.handler(({ input, context }) =>
      setParticipants(core.workspace(), core.author(context), input),
    ),
    addDependency: area.addDependency.handler(({ input, context }) => ({
      id: addDependency(core.workspace(), core.author(context), input),
    })),
    removeDependency: area.removeDependency.handler(({ input, context }) => {
      removeDependency(core.workspace(), core.author(context), input.id);
      return {};
    }),
    linkObligation: area.linkObligation.handler(() => soon()),
    unlinkObligation: area.unlinkObligation.handler(() => soon()),
    linkMeeting: area.linkMeeting.handler(() => soon()),
    makeMeeting: area.makeMeeting.handler(() => soon()),
    previewSeries: area.previewSeries.handler(() => soon()),
    planSeries: area.planSeries.handler(() => soon()),
    timeline: area.timeline.handler(() => soon()),
    coverage: area.coverage.handler(({ input }) => readCoverage(core.workspace(), resources, input, now())),
    attach: area.attach.handler(() => soon()),
    detach: area.detach.handler(() => soon()),
    file: area.file.handler(() => soon()),
  };
};
