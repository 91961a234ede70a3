import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { isPeriodic, periodsUntil, type Repetition } from '../../../shared/rules/repetition.ts';
import { formatDay } from '../../../shared/dates.ts';
import { repeatKinds } from '../../../shared/vocabulary.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { NumberField } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

const fields = ['repeat', 'repeatDay', 'repeatFrom', 'repeatUntil'];

/** How an assignment comes back: how often, by which day, from when until when. Says what that makes of the first period. */
export const RepetitionDialog = ({ decision, onClose }: { decision: DecisionDetail; onClose: () => void }) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const today = useToday();
  const periodWords = usePeriodWords();
  const { run, error, running } = useActs();
  const [asked, setAsked] = useState<Repetition>(decision.repetition);
  const { at, rest } = useFieldError(error, fields);
  const periodic = isPeriodic(asked.repeat);
  const change = (part: Partial<Repetition>): void => setAsked((now) => ({ ...now, ...part }));
  const dayWrong = asked.repeatDay !== null && !(asked.repeatDay >= 1 && asked.repeatDay <= 31);
  const next =
    periodic && !dayWrong
      ? periodsUntil({ ...asked, repeatUntil: null }, decision.heldOn ?? today, today).at(-1)
      : undefined;
  const save = async (): Promise<void> => {
    const repetition = periodic
      ? asked
      : { ...asked, repeatDay: null, ...(asked.repeat === 'none' && { repeatFrom: null, repeatUntil: null }) };
    if ((await run(() => client.decisions.setRepetition({ id: decision.id, repetition }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      title={t('repetition.of', { number: decision.number })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitting={running}
      submitDisabled={dayWrong}
      error={rest}
    >
      <FormGrid>
        <Select
          label={t('repetition.how')}
          full
          value={asked.repeat}
          onChange={(repeat) => change({ repeat })}
          error={at('repeat')}
          options={repeatKinds.map((value) => ({ value, label: t(`repeat.${value}`) }))}
        />
        {periodic ? (
          <NumberField
            label={t('repetition.day')}
            full
            min={1}
            max={31}
            value={asked.repeatDay}
            onChange={(repeatDay) => change({ repeatDay })}
            hint={t('repetition.dayHint')}
            error={at('repeatDay') ?? (dayWrong ? t('repetition.dayWrong') : undefined)}
          />
        ) : null}
        {asked.repeat === 'none' ? null : (
          <>
            <DateField
              label={t('filter.from')}
              value={asked.repeatFrom}
              onChange={(repeatFrom) => change({ repeatFrom })}
              hint={t('repetition.fromHint')}
              error={at('repeatFrom')}
            />
            <DateField
              label={t('filter.to')}
              value={asked.repeatUntil}
              onChange={(repeatUntil) => change({ repeatUntil })}
              hint={t('repetition.untilHint')}
              error={at('repeatUntil')}
            />
          </>
        )}
      </FormGrid>
      {next === undefined ? null : (
        <p className="soft small" aria-live="polite">
          {t('repetition.next', { period: periodWords(next.name), day: formatDay(next.dueOn, language) })}
        </p>
      )}
    </Dialog>
  );
};
