import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail } from '../../../../shared/contract/activityViews.ts';
import { Combobox, type Option } from '../../../ui/Combobox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client, orpc } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';

/** As many memoranda are offered; the newest first. */
const offered = 500;

/** Links an obligation of a memorandum that the activity carries out. */
export const ObligationDialog = ({ activity, onClose }: { activity: ActivityDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const [memorandumId, setMemorandumId] = useState<string | null>(null);
  const [obligation, setObligation] = useState<Option | null>(null);
  const { data: memoranda } = useQuery(
    orpc.memoranda.list.queryOptions({
      input: {
        states: [],
        groupId: null,
        organisationId: null,
        noticeUntil: null,
        text: '',
        sort: { by: 'signed', descending: true },
        offset: 0,
        limit: offered,
      },
    }),
  );
  const { data: memorandum } = useQuery({
    ...orpc.memoranda.get.queryOptions({ input: { id: memorandumId ?? '' } }),
    enabled: memorandumId !== null,
  });
  const options: Option[] = (memoranda?.rows ?? []).map(({ id, title, number }) => ({
    id,
    label: title,
    note: number === '' ? undefined : number,
  }));
  const linked = new Set(activity.obligations.map(({ id }) => id));
  const obligations: Option[] = (memorandum?.obligationRows ?? [])
    .filter(({ id }) => !linked.has(id))
    .map(({ id, text }) => ({ id, label: text }));
  const save = async (): Promise<void> => {
    if (obligation === null) return;
    const done = await run(() => client.projects.linkObligation({ id: activity.id, obligationId: obligation.id }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={560}
      title={t('activity.obligationOf', { title: activity.title })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={obligation === null}
      error={error}
    >
      <Combobox
        label={t('activity.memorandum')}
        takesFocus
        value={options.find(({ id }) => id === memorandumId) ?? null}
        onChange={(option) => {
          setMemorandumId(option?.id ?? null);
          setObligation(null);
        }}
        options={options}
      />
      <Combobox
        label={t('activity.obligation')}
        disabled={memorandumId === null}
        value={obligation}
        onChange={setObligation}
        options={obligations}
      />
    </Dialog>
  );
};
