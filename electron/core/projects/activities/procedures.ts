import { today } from '../../../../shared/dates.ts';
import { actsOf, implementer, nowOf, type Core } from '../../core.ts';
import { readCoverage } from './coverage.ts';
import { addDependency, removeDependency } from './dependencies.ts';
import { readActivity } from './detail.ts';
import { addActivity, moveActivity, removeActivities, setActivities, updateActivity } from './editing.ts';
import { attach, detach, offerFile } from './files.ts';
import { linkMeeting, linkObligation, makeMeeting, unlinkObligation } from './links.ts';
import { activityIds, listActivities } from './list.ts';
import { setParticipants } from './participants.ts';
import { setPlaces, setPlaceState } from './places.ts';
import { setBaseline, shiftActivities } from './plan.ts';
import { planSeries, previewSeries } from './series.ts';
import { readTimeline } from './timeline.ts';
import { activityWarnings } from './warnings.ts';

const { projects: area } = implementer;

export const activityProcedures = (core: Core) => {
  const { done, doneTo, made } = actsOf(core);
  const now = () => nowOf(core);
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
    moveActivity: area.moveActivity.handler(done(moveActivity)),
    removeActivities: area.removeActivities.handler(({ input, context }) => {
      removeActivities(core.workspace(), core.author(context), input.ids);
      return {};
    }),
    setActivities: area.setActivities.handler(done(setActivities)),
    shiftActivities: area.shiftActivities.handler(({ input, context }) =>
      shiftActivities(core.workspace(), core.author(context), input),
    ),
    setBaseline: area.setBaseline.handler(({ input, context }) =>
      setBaseline(core.workspace(), core.author(context), input),
    ),
    setPlaces: area.setPlaces.handler(({ input, context }) => {
      setPlaces(core.workspace(), core.author(context), resources, input);
      return {};
    }),
    setPlaceState: area.setPlaceState.handler(done(setPlaceState)),
    setParticipants: area.setParticipants.handler(({ input, context }) =>
      setParticipants(core.workspace(), core.author(context), input),
    ),
    addDependency: area.addDependency.handler(made(addDependency)),
    removeDependency: area.removeDependency.handler(doneTo(removeDependency)),
    linkObligation: area.linkObligation.handler(done(linkObligation)),
    unlinkObligation: area.unlinkObligation.handler(done(unlinkObligation)),
    linkMeeting: area.linkMeeting.handler(done(linkMeeting)),
    makeMeeting: area.makeMeeting.handler(({ input, context }) => ({
      meetingId: makeMeeting(core.workspace(), core.author(context), resources, input, now()),
    })),
    previewSeries: area.previewSeries.handler(({ input }) => previewSeries(core.workspace(), resources, input, now())),
    planSeries: area.planSeries.handler(async ({ input, context }) => ({
      ids: await planSeries(core.workspace(), core.author(context), resources, input, now()),
    })),
    timeline: area.timeline.handler(({ input }) => readTimeline(core.workspace(), input.projectId, now())),
    coverage: area.coverage.handler(({ input }) => readCoverage(core.workspace(), resources, input, now())),
    attach: area.attach.handler(async ({ input, context }) => ({
      id: await attach(core.workspace(), core.author(context), core.tickets, input),
    })),
    detach: area.detach.handler(doneTo(detach)),
    file: area.file.handler(({ input }) => offerFile(core.workspace(), core.tickets, input.id)),
  };
};
