import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { everyProject, type ProjectRow } from '../../shared/contract/projects.ts';
import { Combobox, type Option } from '../ui/Combobox.tsx';
import { client, orpc } from '../ui/core/client.ts';
import type { FieldProps } from '../ui/Field.tsx';

const most = 40;

const asOption = ({ id, number, title, shortName, lead }: Omit<ProjectRow, 'late'>): Option => ({
  id,
  label: [number, shortName, title].filter(Boolean).join(' · '),
  note: lead || undefined,
});

/** One project, found by its words. */
export const ProjectField = ({
  value,
  onChange,
  without,
  ...field
}: FieldProps & {
  value: Option | null;
  onChange: (chosen: Option | null) => void;
  /** Not offered: the project itself. */
  without?: string;
}) => {
  const load = useMemo(
    () =>
      async (text: string): Promise<Option[]> => {
        const page = await client.projects.list({ ...everyProject, text, offset: 0, limit: most });
        return page.rows.filter(({ id }) => id !== without).map(asOption);
      },
    [without],
  );
  return <Combobox {...field} value={value} onChange={onChange} load={load} />;
};

/** A project as a choice, by its id. */
export const useProjectOption = (id: string | null): Option | null => {
  const { data } = useQuery({ ...orpc.projects.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null });
  return id === null ? null : data === undefined ? { id, label: '…' } : asOption(data);
};
