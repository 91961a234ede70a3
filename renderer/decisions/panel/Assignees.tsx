import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionDetail } from '../../../shared/contract/decisionRegister.ts';
import { formatDay } from '../../../shared/dates.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import type { ExecutionStatus } from '../../../shared/vocabulary.ts';
import { Dot, type Tone } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { AssigneeDialog } from '../dialogs/AssigneeDialog.tsx';
import { stateTones } from '../stateLook.ts';
import { Lines } from './Part.tsx';
import { StateMenu } from './StateMenu.tsx';

type Assignee = DecisionDetail['assignees'][number];

/** Who carries it out, each with how far they have come. */
export const Assignees = ({ decision }: { decision: DecisionDetail }) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  const { language } = useLanguage();
  const today = useToday();
  const { run, error } = useActs();
  const [edited, setEdited] = useState<string>();
  const { assignees } = decision;
  const done = assignees.filter(({ status }) => status === 'done').length;
  const editing = assignees.find(({ id }) => id === edited);
  const overdue = decision.state === 'overdue';

  const toneOf = ({ status }: Assignee): Tone => (overdue && isUnfinished(status) ? 'red' : stateTones[status]);
  const wordsOf = ({ status, doneOn }: Assignee): string =>
    status === 'done' && doneOn !== null
      ? t('panel.doneOn', { day: formatDay(doneOn, language) })
      : t(`vocabulary:executionStatus.${status}`);
  const setState = ({ id, note }: Assignee, status: ExecutionStatus): void =>
    void run(() =>
      client.decisions.setAssigneeState({ assigneeId: id, status, doneOn: status === 'done' ? today : null, note }),
    );
  return (
    <Section
      title={t('panel.assignees')}
      count={assignees.length > 1 ? t('panel.assigneesDone', { done, count: assignees.length }) : undefined}
    >
      {assignees.length === 0 ? <p className="soft small">{t('panel.nobody')}</p> : null}
      <Lines>
        {assignees.map((assignee) => (
          <li key={assignee.id}>
            <Dot tone={toneOf(assignee)} hollow={assignee.status === 'open' && !overdue} />
            <span className="name" title={assignee.name}>
              {assignee.shortName || assignee.name}{' '}
              {assignee.lead && assignees.length > 1 ? <span className="soft small">{t('panel.lead')}</span> : null}
            </span>
            <StateMenu
              of={assignee.shortName || assignee.name}
              words={wordsOf(assignee)}
              tone={toneOf(assignee)}
              status={assignee.status}
              onChoose={(status) => setState(assignee, status)}
              more={[{ id: 'more', label: t('panel.stateMore'), run: () => setEdited(assignee.id) }]}
            />
            {assignee.note === '' ? null : <small>{assignee.note}</small>}
          </li>
        ))}
      </Lines>
      <ErrorNotice error={error} />
      {editing === undefined ? null : <AssigneeDialog assignee={editing} onClose={() => setEdited(undefined)} />}
    </Section>
  );
};
