import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { Timeline } from './Part.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';

/** The deadline as it was decided, and each move of it with its reason; the one in force stands last. */
export const Deadlines = ({ decision, onMove }: { decision: DecisionDetail; onMove: () => void }) => {
  const { t } = useTranslation('decisions');
  const { language } = useLanguage();
  const periodWords = usePeriodWords();
  const { moves, ownDueOn, heldOn, dueOn } = decision;
  const overdue = decision.state === 'overdue';
  const day = (value: string | null): string => (value === null ? t('deadline.without') : formatDay(value, language));
  const steps = [
    {
      key: 'own',
      day: ownDueOn,
      words: heldOn === null ? t('deadline.decided') : t('deadline.decidedOn', { day: formatDay(heldOn, language) }),
    },
    ...moves.map((move) => ({
      key: move.id,
      day: move.movedTo,
      words: [
        move.period === '' ? '' : `${periodWords(move.period)}:`,
        [move.movedOn === null ? '' : t('deadline.movedOn', { day: formatDay(move.movedOn, language) }), move.author]
          .filter(Boolean)
          .join(' · '),
        `— ${move.reason}`,
      ]
        .filter(Boolean)
        .join(' '),
    })),
  ];
  return (
    <Section
      title={t('deadline.title')}
      count={moves.length === 0 ? undefined : t('deadline.count', { count: moves.length })}
      action={
        <Button size="small" variant="bare" onClick={onMove}>
          {t('deadline.move')}
        </Button>
      }
    >
      {ownDueOn === null && dueOn === null && moves.length === 0 ? (
        <p className="soft small">{t('deadline.without')}</p>
      ) : (
        <Timeline>
          {steps.map((step, index) => {
            const last = index === steps.length - 1;
            return (
              <li key={step.key} data-overdue={overdue ? '' : undefined}>
                <i aria-hidden="true" />
                {last ? (
                  <b style={{ fontWeight: 600, ...(overdue && { color: 'var(--red)' }) }}>{day(step.day)}</b>
                ) : (
                  <s className="soft">{day(step.day)}</s>
                )}
                <span className="soft">{step.words}</span>
              </li>
            );
          })}
        </Timeline>
      )}
    </Section>
  );
};
