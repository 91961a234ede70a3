import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { everyActivity, type ActivityRow } from '../../../shared/contract/projects.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import type { FieldProps } from '../../ui/Field.tsx';

const most = 40;

const asOption = ({ id, number, title, where }: Pick<ActivityRow, 'id' | 'number' | 'title' | 'where'>): Option => ({
  id,
  label: `${number} ${title}`,
  note: where || undefined,
});

/** An activity of a project, found by its words. */
export const ActivityField = ({
  projectId,
  without,
  value,
  onChange,
  ...field
}: FieldProps & {
  projectId: string;
  /** One that cannot be chosen. */
  without?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  takesFocus?: boolean;
}) => {
  const { data } = useQuery({
    ...orpc.projects.activity.queryOptions({ input: { id: value ?? '' } }),
    enabled: value !== null,
  });
  const load = useMemo(
    () =>
      async (text: string, signal: AbortSignal): Promise<Option[]> => {
        const asked = { ...everyActivity, projectId, text, offset: 0, limit: most };
        const { rows } = await client.projects.activities(asked, { signal });
        return rows.filter(({ id }) => id !== without).map(asOption);
      },
    [projectId, without],
  );
  return (
    <Combobox
      {...field}
      load={load}
      value={value === null ? null : data === undefined ? { id: value, label: '…' } : asOption(data)}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  );
};
