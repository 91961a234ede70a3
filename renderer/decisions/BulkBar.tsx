import { useTranslation } from 'react-i18next';
import { executionStatuses } from '../../shared/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Grow, Tools } from '../ui/Page.tsx';
import type { DecisionActs } from './useDecisionActs.tsx';

/** What can be done with the marked rows, over the register while there are any. */
export const BulkBar = ({
  ids,
  acts,
  onClear,
}: {
  ids: readonly string[];
  acts: DecisionActs;
  onClear: () => void;
}) => {
  const { t } = useTranslation(['decisions', 'vocabulary']);
  return (
    <Tools>
      <b style={{ fontWeight: 600 }} role="status">
        {t('many.marked', { count: ids.length })}
      </b>
      <Button size="small" shortcut="E" onClick={() => acts.note(ids)}>
        {t('note.short')}
      </Button>
      <Button size="small" shortcut="D" onClick={() => acts.deadline(ids)}>
        {t('deadline.title')}
      </Button>
      <Button size="small" shortcut="V" onClick={() => acts.done(ids)}>
        {t('done.do')}
      </Button>
      <MenuButton
        size="small"
        label={t('col.state')}
        items={executionStatuses.map((status) => ({
          id: status,
          label: t(`vocabulary:executionStatus.${status}`),
          run: () => acts.setStatus(ids, status),
        }))}
      />
      <Button size="small" onClick={() => acts.remind(ids)}>
        {t('remind.do')}
      </Button>
      <Grow />
      <Button size="small" variant="bare" shortcut="Esc" onClick={onClear}>
        {t('many.unmark')}
      </Button>
    </Tools>
  );
};
