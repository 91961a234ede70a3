import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail, ParticipantRow } from '../../../../shared/contract/activityViews.ts';
import { countries } from '../../../../shared/rules/regionNames.ts';
import { participantDimensions, type ParticipantDimension } from '../../../../shared/vocabulary.ts';
import { Chip, type Tone } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Combobox, type Option } from '../../../ui/Combobox.tsx';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormGrid } from '../../../ui/Field.tsx';
import { CloseIcon } from '../../../ui/icons.tsx';
import { NumberField } from '../../../ui/TextInput.tsx';
import { useLanguage } from '../../../ui/window/language.ts';
import { againstTotal, keysOf, sumOf, type Against } from './participantRows.ts';
import { useKeyName } from './useKeyName.ts';

const tones: Record<Against, Tone> = { equal: 'green', more: 'amber', less: 'amber', unknown: 'neutral' };

/** Groups that are always there to fill in; of the others one is added first. */
const always: readonly ParticipantDimension[] = ['sex', 'ageBand'];

type PartProps = {
  dimension: ParticipantDimension;
  rows: readonly ParticipantRow[];
  total: number | null;
  onChange: (rows: ParticipantRow[]) => void;
};

/** One way of counting the same people, with its sum against the total. */
const Part = ({ dimension, rows, total, onChange }: PartProps) => {
  const { t } = useTranslation(['projects', 'vocabulary']);
  const { language } = useLanguage();
  const keyName = useKeyName();
  const own = rows.filter((row) => row.dimension === dimension);
  const sum = sumOf(rows, dimension);
  const against = againstTotal(total, sum);
  const keys = keysOf(dimension);
  const shown = always.includes(dimension) ? (keys ?? []) : own.map(({ key }) => key);
  const put = (key: string, people: number | null): void => {
    const rest = rows.filter((row) => row.dimension !== dimension || row.key !== key);
    const closed = always.includes(dimension);
    // a number taken away from a line that is always there takes the line away
    onChange(closed && people === null ? rest : [...rest, { dimension, key, people }]);
  };
  const drop = (key: string): void => onChange(rows.filter((row) => row.dimension !== dimension || row.key !== key));
  const options: Option[] = (
    keys === null
      ? countries(language).map(({ code, name }) => ({ id: code, label: name, note: code }))
      : keys.map((key) => ({ id: key, label: keyName(dimension, key) }))
  ).filter(({ id }) => !shown.includes(id));
  const inOrder = keys === null ? shown : keys.filter((key) => shown.includes(key));
  return (
    <section aria-label={t(`vocabulary:participantDimension.${dimension}`)}>
      <h3 style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 6 }}>
        {t(`vocabulary:participantDimension.${dimension}`)}
        {sum === null ? null : (
          <Chip size="small" tone={tones[against]}>
            {total === null ? sum : t(`activity.sum.${against}`, { sum, total })}
          </Chip>
        )}
      </h3>
      <FormGrid columns={3}>
        {inOrder.map((key) => (
          <NumberField
            key={key}
            label={keyName(dimension, key)}
            min={0}
            value={own.find((row) => row.key === key)?.people ?? null}
            onChange={(people) => put(key, people)}
            trailing={
              always.includes(dimension) ? undefined : (
                <IconButton
                  size="small"
                  label={t('activity.dropCount', { name: keyName(dimension, key) })}
                  icon={<CloseIcon size={12} />}
                  onClick={() => drop(key)}
                />
              )
            }
          />
        ))}
        {always.includes(dimension) ? null : (
          <Combobox
            label={t('activity.addCount')}
            value={null}
            onChange={(option) => (option === null ? undefined : put(option.id, null))}
            options={options}
          />
        )}
      </FormGrid>
    </section>
  );
};

/** Counts of participants: in all, and of the same people by each mark. What does not add up is said and kept. */
export const ParticipantsDialog = ({ activity, onClose }: { activity: ActivityDetail; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const [total, setTotal] = useState(activity.participants);
  const [rows, setRows] = useState<ParticipantRow[]>(activity.participantRows);
  const wrong = [total, ...rows.map(({ people }) => people)].some(
    (people) => people !== null && (!Number.isInteger(people) || people < 0),
  );
  const save = async (): Promise<void> => {
    const done = await run(() => client.projects.setParticipants({ id: activity.id, total, rows }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      open
      width={640}
      title={t('activity.participantsOf', { title: activity.title })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={wrong}
      error={error}
    >
      <FormGrid columns={3}>
        <NumberField
          label={t('activity.participantsTotal')}
          takesFocus
          min={0}
          value={total}
          onChange={setTotal}
          error={wrong ? t('activity.wholeNumbers') : undefined}
        />
      </FormGrid>
      {participantDimensions.map((dimension) => (
        <Part key={dimension} dimension={dimension} rows={rows} total={total} onChange={setRows} />
      ))}
    </Dialog>
  );
};
