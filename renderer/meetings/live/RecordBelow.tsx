import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { setRecordText } from '../../ui/editor/recordText.ts';
import type { RecordSlot } from '../../ui/editor/recordView.ts';
import type { SlotParts } from '../../ui/editor/SlotContent.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { entryOf } from '../words/entries.ts';
import { DecisionMeta } from './DecisionMeta.tsx';
import { useLive } from './liveContext.ts';
import { RecordHead, RecordLabel, RecordTime } from './Who.tsx';

/** Says that another window changed the same words, and keeps ours at hand. */
const Lost = ({ id }: { id: string }) => {
  const { t } = useTranslation('meetings');
  const { keeper } = useLive();
  const loss = keeper.lost.use().find((one) => one.id === id);
  if (loss === undefined) return null;
  const take = (): void => {
    keeper.editor.view.dispatch(setRecordText(keeper.editor.state.tr, id, loss.mine));
    keeper.settleLost(id);
  };
  return (
    <Notice
      tone="amber"
      action={
        <>
          <Button size="small" onClick={take}>
            {t('live.lost.takeMine')}
          </Button>
          <Button size="small" variant="bare" onClick={() => keeper.settleLost(id)}>
            {t('live.lost.leave')}
          </Button>
        </>
      }
    >
      {t('live.lost.said')} <q>{loss.mine}</q>
    </Notice>
  );
};

const RecordBelow = ({ slot }: { slot: RecordSlot }) => {
  const { t } = useTranslation('meetings');
  const entry = entryOf(slot.node);
  return (
    <>
      {entry.kind === 'decision' ? <DecisionMeta slot={slot} /> : null}
      {entry.kind !== 'decision' && entry.textAttached ? <Chip>{t('live.textAttached')}</Chip> : null}
      <Lost id={entry.id} />
    </>
  );
};

/** What the minutes draw around the text of a record. */
export const recordParts: SlotParts = {
  Label: RecordLabel,
  Start: RecordHead,
  End: RecordTime,
  Below: RecordBelow,
};
