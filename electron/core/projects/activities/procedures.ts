import { AppError } from '../../../../shared/errors.ts';
import { implementer, type Core } from '../../core.ts';

const { projects: area } = implementer;
const soon = (): never => {
  throw new AppError('notFound', { what: 'project' });
};

export const activityProcedures = (_core: Core) => ({
  activities: area.activities.handler(() => soon()),
  activityIds: area.activityIds.handler(() => soon()),
  activity: area.activity.handler(() => soon()),
  addActivity: area.addActivity.handler(() => soon()),
  updateActivity: area.updateActivity.handler(() => soon()),
  moveActivity: area.moveActivity.handler(() => soon()),
  removeActivities: area.removeActivities.handler(() => soon()),
  setActivities: area.setActivities.handler(() => soon()),
  shiftActivities: area.shiftActivities.handler(() => soon()),
  setBaseline: area.setBaseline.handler(() => soon()),
  setPlaces: area.setPlaces.handler(() => soon()),
  setPlaceState: area.setPlaceState.handler(() => soon()),
  setParticipants: area.setParticipants.handler(() => soon()),
  addDependency: area.addDependency.handler(() => soon()),
  removeDependency: area.removeDependency.handler(() => soon()),
  linkObligation: area.linkObligation.handler(() => soon()),
  unlinkObligation: area.unlinkObligation.handler(() => soon()),
  linkMeeting: area.linkMeeting.handler(() => soon()),
  makeMeeting: area.makeMeeting.handler(() => soon()),
  previewSeries: area.previewSeries.handler(() => soon()),
  planSeries: area.planSeries.handler(() => soon()),
  timeline: area.timeline.handler(() => soon()),
  coverage: area.coverage.handler(() => soon()),
  attach: area.attach.handler(() => soon()),
  detach: area.detach.handler(() => soon()),
  file: area.file.handler(() => soon()),
});
