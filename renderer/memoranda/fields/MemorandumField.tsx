import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { anyMemorandum, type MemorandumRow } from '../../../shared/contract/memoranda.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import type { FieldProps } from '../../ui/Field.tsx';

const asOption = ({ id, number, title, parties }: MemorandumRow): Option => ({
  id,
  label: [number, title].filter(Boolean).join(' · '),
  note: parties || undefined,
});

/** One memorandum of the register, found by its words. */
export const MemorandumField = ({
  value,
  onChange,
  without,
  takesFocus,
  ...field
}: FieldProps & {
  value: Option | null;
  onChange: (chosen: Option | null) => void;
  without?: string;
  takesFocus?: boolean;
}) => {
  const load = useMemo(
    () =>
      async (text: string): Promise<Option[]> => {
        const page = await client.memoranda.list({
          ...anyMemorandum,
          text,
          sort: { by: 'signed', descending: true },
          offset: 0,
          limit: 40,
        });
        return page.rows.filter(({ id }) => id !== without).map(asOption);
      },
    [without],
  );
  return <Combobox {...field} takesFocus={takesFocus} value={value} onChange={onChange} load={load} />;
};

/** A memorandum as a choice, by its id. */
export const useMemorandumOption = (id: string | null): Option | null => {
  const { data } = useQuery({
    ...orpc.memoranda.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
  });
  return id === null ? null : data === undefined ? { id, label: '…' } : asOption(data);
};
