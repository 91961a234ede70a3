import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { orpc } from '../../ui/core/client.ts';
import { collectNames, makeNames, type Names } from './names.ts';

/** The names at hand for a meeting, with the offices of its day. */
export const useNames = (meeting: MeetingDetail): Names => {
  const { data: people } = useQuery(orpc.directory.people.queryOptions({ input: { on: meeting.heldOn } }));
  const { data: organisations } = useQuery(orpc.directory.organisations.queryOptions());
  return useMemo(
    () => makeNames(collectNames(meeting.participants, people ?? [], organisations ?? [])),
    [meeting.participants, people, organisations],
  );
};
