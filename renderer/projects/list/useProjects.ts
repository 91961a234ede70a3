import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { everyProject, type ProjectRow } from '../../../shared/contract/projects.ts';
import { client } from '../../ui/core/client.ts';

/** As many as one answer of the core holds. */
const page = 500;

/**
 * Every project that meets the conditions, page by page: the list is short enough to be ordered, filtered and grouped
 * by the grid itself.
 */
export const useProjects = (
  organisationId: string | null,
  text: string,
): { rows: readonly ProjectRow[] | undefined; error: unknown } => {
  const { data, error } = useQuery({
    // begins as the keys of oRPC do, so that it is read again when anything changes
    queryKey: [['projects', 'list'], { organisationId, text }],
    queryFn: async ({ signal }) => {
      const rows: ProjectRow[] = [];
      for (let total = 1; rows.length < total;) {
        const answer = await client.projects.list(
          { ...everyProject, organisationId, text, offset: rows.length, limit: page },
          { signal },
        );
        rows.push(...answer.rows);
        if (answer.rows.length === 0) break;
        total = answer.total;
      }
      return rows;
    },
    placeholderData: keepPreviousData,
  });
  return { rows: data, error };
};
