import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView } from '../../../shared/contract/meetings.ts';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { NumberField, TextArea } from '../../ui/TextInput.tsx';
import { nameOption } from '../live/decisionActs.ts';
import type { Names } from '../names/names.ts';
import { useActs } from '../../ui/core/acts.ts';
import { Materials } from './Materials.tsx';

const typedKey = 'typed';

const rapporteurOf = (item: ItemView, names: Names): Option | null => {
  const known = names.person(item.rapporteurId);
  if (known !== undefined) return nameOption(known);
  return item.rapporteur === '' ? null : { id: typedKey, label: item.rapporteur };
};

/** One agenda item: its words, who reports, how long it is to take, what is handed out. */
export const ItemDialog = (props: { item: ItemView; names: Names; locked?: boolean; onClose: () => void }) => {
  const { item, names, locked = false, onClose } = props;
  const { t } = useTranslation('meetings');
  const { run, error, running } = useActs();
  const [title, setTitle] = useState(item.title);
  const [rapporteur, setRapporteur] = useState(() => rapporteurOf(item, names));
  const [minutesPlanned, setMinutes] = useState(item.minutesPlanned);
  const [note, setNote] = useState(item.note);
  const people = useMemo(() => names.all.filter(({ kind }) => kind === 'person').map(nameOption), [names]);
  const save = async (): Promise<void> => {
    const name = names.all.find(({ key }) => key === rapporteur?.id);
    const rapporteurId =
      name?.id ?? (rapporteur?.id === typedKey && rapporteur.label === item.rapporteur ? item.rapporteurId : null);
    const patch = {
      title: title.trim(),
      rapporteurId,
      rapporteurText: rapporteurId === null ? (rapporteur?.label ?? '') : '',
      minutesPlanned,
      note,
    };
    if ((await run(() => client.meetings.updateItem({ id: item.id, patch }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('item.title', { n: item.position })}
      submitting={running}
      submitDisabled={title.trim() === ''}
      error={error}
      onSubmit={locked ? undefined : () => void save()}
    >
      <TextArea
        label={t('item.words')}
        takesFocus
        required
        minRows={2}
        value={title}
        onChange={setTitle}
        readOnly={locked}
      />
      <Combobox
        label={t('item.rapporteur')}
        options={people}
        value={rapporteur}
        onChange={setRapporteur}
        disabled={locked}
        createLabel={(typed) => t('item.rapporteurAsTyped', { name: typed })}
        onCreate={(typed) => setRapporteur({ id: typedKey, label: typed })}
      />
      <NumberField
        label={t('item.minutes')}
        min={0}
        max={1440}
        value={minutesPlanned}
        onChange={setMinutes}
        disabled={locked}
      />
      <TextArea
        label={t('item.note')}
        hint={t('item.noteHint')}
        minRows={2}
        value={note}
        onChange={setNote}
        readOnly={locked}
      />
      <Materials owner={{ entity: 'agendaItem', id: item.id }} materials={item.materials} locked={locked} />
    </Dialog>
  );
};
