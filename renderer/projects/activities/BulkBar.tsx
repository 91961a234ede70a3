import { useTranslation } from 'react-i18next';
import { activityStatuses } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import type { ActivityActs } from './useActivityActs.tsx';

/** What can be done with the marked activities, over the list while there are any. */
export const BulkBar = (props: { ids: readonly string[]; acts: ActivityActs; onClear: () => void }) => {
  const { ids, acts } = props;
  const { t } = useTranslation(['projects', 'vocabulary', 'common']);
  return (
    <Tools>
      <b style={{ fontWeight: 600 }} role="status">
        {t('activity.marked', { count: ids.length })}
      </b>
      <MenuButton
        size="small"
        label={t('common:col.status')}
        items={activityStatuses.map((status) => ({
          id: status,
          label: t(`vocabulary:activityStatus.${status}`),
          run: () => acts.setStatus(ids, status),
        }))}
      />
      <Button size="small" onClick={() => acts.setLine(ids)}>
        {t('activity.lineDo')}
      </Button>
      <Button size="small" shortcut="S" onClick={() => acts.shift(ids)}>
        {t('activity.shiftDo')}
      </Button>
      <Button size="small" variant="danger" shortcut="Del" onClick={() => acts.remove(ids)}>
        {t('common:action.delete')}
      </Button>
      <Grow />
      <Button size="small" variant="bare" shortcut="Esc" onClick={props.onClear}>
        {t('activity.unmark')}
      </Button>
    </Tools>
  );
};
