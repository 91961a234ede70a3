import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useParams } from 'react-router';
import { hasMinutes } from '../../shared/rules/meetingLifecycle.ts';
import { orpc } from '../ui/core/client.ts';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useMuchRoom } from '../ui/window/room.ts';

const PlanningPage = lazy(async () => ({ default: (await import('./planning/PlanningPage.tsx')).PlanningPage }));
const LivePage = lazy(async () => ({ default: (await import('./live/LivePage.tsx')).LivePage }));
const MinutesPage = lazy(async () => ({ default: (await import('./after/MinutesPage.tsx')).MinutesPage }));

/** What of a meeting is wanted: what its status calls for, its plan, or its words to be written on. */
export type MeetingView = 'now' | 'plan' | 'write';

/** One meeting: planned, in session, or its minutes. */
export const MeetingPage = ({ view }: { view: MeetingView }) => {
  const { id = '' } = useParams();
  useMuchRoom();
  const { data: meeting, error } = useQuery(orpc.meetings.get.queryOptions({ input: { id } }));
  if (meeting === undefined) {
    return error === null ? (
      <Waiting />
    ) : (
      <div style={{ padding: 16 }}>
        <ErrorNotice error={error} />
      </div>
    );
  }
  const { status } = meeting;
  if (view === 'plan' || !hasMinutes(status)) return <PlanningPage key={id} meeting={meeting} />;
  if (status === 'inSession' || (view === 'write' && status !== 'signed'))
    return <LivePage key={id} meeting={meeting} />;
  return <MinutesPage key={id} meeting={meeting} />;
};
