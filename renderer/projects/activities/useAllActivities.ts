import { useQuery } from '@tanstack/react-query';
import type { ActivitiesFilter, ActivityRow } from '../../../shared/contract/activityViews.ts';
import { client } from '../../ui/core/client.ts';

/** As many as the core hands out at once. */
const pageSize = 500;
/** More than this no board or month shows; a project has hundreds. */
const most = 5000;

type Filter = Omit<ActivitiesFilter, 'offset' | 'limit'>;

/** All activities that a filter finds, or the first of them up to a number. */
export async function loadAll(filter: Filter, atMost = most): Promise<ActivityRow[]> {
  const rows: ActivityRow[] = [];
  for (let offset = 0; offset < atMost; offset += pageSize) {
    const page = await client.projects.activities({ ...filter, offset, limit: pageSize });
    rows.push(...page.rows);
    if (rows.length >= page.total) break;
  }
  return rows;
}

/** All activities that a filter finds, for views that show them at once; read again with every change of records. */
export const useAllActivities = (filter: Filter) =>
  useQuery({
    // the path comes first, as in the keys of the client, so that a change of records finds it
    queryKey: [['projects', 'activities'], { all: true, filter }],
    queryFn: () => loadAll(filter),
    placeholderData: (before) => before,
  });
