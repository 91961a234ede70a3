import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { say } from '../../ui/window/say.ts';
import { useToday } from '../../ui/window/today.ts';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

const whole = '';

/** A decision has been carried out; of a periodic assignment one of its periods, or the whole of it. */
export const DoneDialog = ({
  decision,
  period: asked,
  onClose,
}: {
  decision: DecisionDetail;
  period?: string | undefined;
  onClose: () => void;
}) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const today = useToday();
  const periodWords = usePeriodWords();
  const { run, error, running } = useActs();
  const [text, setText] = useState('');
  const [doneOn, setDoneOn] = useState<string | null>(today);
  const unfinished = decision.occurrences.filter(({ status }) => isUnfinished(status));
  const [period, setPeriod] = useState(asked ?? unfinished[0]?.period ?? whole);
  const { at, rest } = useFieldError(error, ['doneOn', 'text']);
  const on = doneOn ?? today;
  const { id, number } = decision;
  const finish = async (): Promise<void> => {
    const done = await run(async () => {
      if (period !== whole) {
        await client.decisions.setOccurrence({ id, period, status: 'done', doneOn: on });
        if (text.trim() !== '') await client.decisions.addNote({ id, notedOn: on, text: text.trim() });
        return true;
      }
      const todays = on === today ? text.trim() : '';
      if (text.trim() !== '' && todays === '') await client.decisions.addNote({ id, notedOn: on, text: text.trim() });
      await client.decisions.setExecution({ id, status: 'done', ...(todays === '' ? {} : { reason: todays }) });
      return true;
    });
    if (done === undefined) return;
    say(t('done.kept', { number }));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('done.of', { number })}
      onClose={onClose}
      onSubmit={() => void finish()}
      submitLabel={t('done.do')}
      submitting={running}
      error={rest}
    >
      {unfinished.length === 0 ? null : (
        <Select
          label={t('period.one')}
          value={period}
          onChange={setPeriod}
          options={[
            ...unfinished.map((one) => ({
              value: one.period,
              label: `${periodWords(one.period)} · ${formatDay(one.dueOn, language)}`,
            })),
            { value: whole, label: t('done.whole') },
          ]}
        />
      )}
      <DateField label={t('done.day')} value={doneOn} onChange={setDoneOn} takesFocus error={at('doneOn')} />
      <TextArea label={t('done.note')} minRows={2} value={text} onChange={setText} error={at('text')} />
    </Dialog>
  );
};
