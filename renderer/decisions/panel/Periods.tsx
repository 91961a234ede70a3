import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { isPeriodic } from '../../../shared/rules/repetition.ts';
import { Button } from '../../ui/Button.tsx';
import { Dot } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { stateTones } from '../stateLook.ts';
import { Lines } from './Part.tsx';
import { StateMenu } from './StateMenu.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';

/** As many of the latest periods are shown at once; the older ones on asking. */
const shownAtOnce = 4;

/** How it comes back, and each period with its day and state. */
export const Periods = ({
  decision,
  onEdit,
  onMove,
}: {
  decision: DecisionDetail;
  onEdit: () => void;
  onMove: (period: string) => void;
}) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { language } = useLanguage();
  const today = useToday();
  const periodWords = usePeriodWords();
  const { run, error } = useActs();
  const [all, setAll] = useState(false);
  const { repetition, occurrences } = decision;
  const { repeat, repeatDay, repeatFrom, repeatUntil } = repetition;
  const words = [
    t(`repeat.${repeat}`),
    isPeriodic(repeat)
      ? repeatDay === null
        ? t('repetition.lastDay')
        : t('repetition.byDay', { day: repeatDay })
      : '',
    repeatFrom === null ? '' : t('filter.since', { day: formatDay(repeatFrom, language) }),
    repeatUntil === null ? '' : t('filter.until', { day: formatDay(repeatUntil, language, 'numeric', 'dative') }),
  ]
    .filter(Boolean)
    .join(', ');
  const newest = occurrences.toReversed();
  const shown = all ? newest : newest.slice(0, shownAtOnce);
  return (
    <Section
      title={t('period.title')}
      count={words}
      action={
        <Button size="small" variant="bare" onClick={onEdit}>
          {t('repetition.edit')}
        </Button>
      }
    >
      <Lines>
        {shown.map(({ period, dueOn, state, status, doneOn }) => (
          <li key={period}>
            <Dot tone={stateTones[state]} hollow={state === 'open'} />
            <span className="name">
              {periodWords(period)} <span className="soft small">{formatDay(dueOn, language)}</span>
            </span>
            <StateMenu
              of={periodWords(period)}
              words={
                state === 'done' && doneOn !== null
                  ? t('panel.doneOn', { day: formatDay(doneOn, language) })
                  : t(`vocabulary:executionStatus.${state}`)
              }
              tone={stateTones[state]}
              status={status}
              onChoose={(next) =>
                void run(() =>
                  client.decisions.setOccurrence({
                    id: decision.id,
                    period,
                    status: next,
                    doneOn: next === 'done' ? today : null,
                  }),
                )
              }
              more={[{ id: 'move', label: `${t('deadline.move')}…`, run: () => onMove(period) }]}
            />
          </li>
        ))}
      </Lines>
      {newest.length <= shownAtOnce ? null : (
        <Button size="small" variant="bare" expanded={all} onClick={() => setAll(!all)}>
          {all ? t('period.fewer') : t('period.all', { count: newest.length })}
        </Button>
      )}
      <ErrorNotice error={error} />
    </Section>
  );
};
