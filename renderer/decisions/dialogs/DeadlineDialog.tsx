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
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';

/** Moves the deadline of a decision, or of one of its periods; the reason stays with it. */
export const DeadlineDialog = ({
  decision,
  period: asked,
  onClose,
}: {
  decision: DecisionDetail;
  /** The period that was meant; otherwise the first unfinished one of a periodic assignment. */
  period?: string | undefined;
  onClose: () => void;
}) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const periodWords = usePeriodWords();
  const { run, error, running } = useActs();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const unfinished = decision.occurrences.filter(({ status }) => isUnfinished(status));
  const [chosen, setPeriod] = useState(asked ?? unfinished[0]?.period ?? null);
  const now = chosen === null ? decision.dueOn : (unfinished.find(({ period }) => period === chosen)?.dueOn ?? null);
  const { at, rest } = useFieldError(error, ['to', 'dueOn', 'reason']);
  const save = async (): Promise<void> => {
    if (to === null) return;
    const moved = await run(() =>
      client.decisions.moveDeadline({ id: decision.id, period: chosen, to, reason: reason.trim() }),
    );
    if (moved === undefined) return;
    say(t('deadline.moved', { number: decision.number, day: formatDay(to, language) }));
    onClose();
  };
  return (
    <Dialog
      open
      title={t('deadline.of', { number: decision.number })}
      onClose={onClose}
      onSubmit={() => void save()}
      submitLabel={t('deadline.move')}
      submitting={running}
      submitDisabled={to === null || reason.trim() === ''}
      error={rest}
    >
      {unfinished.length === 0 ? null : (
        <Select
          label={t('period.one')}
          value={chosen}
          onChange={setPeriod}
          options={unfinished.map(({ period, dueOn }) => ({
            value: period,
            label: `${periodWords(period)} · ${formatDay(dueOn, language)}`,
          }))}
        />
      )}
      <DateField
        label={t('deadline.new')}
        required
        takesFocus
        hint={now === null ? t('deadline.none') : t('deadline.now', { day: formatDay(now, language) })}
        value={to}
        onChange={setTo}
        error={at('to') ?? at('dueOn')}
      />
      <TextArea
        label={t('deadline.reason')}
        required
        hint={t('deadline.reasonHint')}
        value={reason}
        onChange={setReason}
        error={at('reason')}
      />
    </Dialog>
  );
};
