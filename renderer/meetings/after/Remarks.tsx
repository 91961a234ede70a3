import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { MeetingDetail } from '../../../shared/contract/meetings.ts';
import { canEdit } from '../../../shared/rules/meetingLifecycle.ts';
import type { RemarkOutcome } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip, type Tone } from '../../ui/Chip.tsx';
import { client } from '../../ui/core/client.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import type { Acts } from '../../ui/core/acts.ts';
import { RemarkDialog, SettleDialog } from './RemarkDialogs.tsx';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { borderTop: '1px solid var(--line)', padding: '7px 0', fontSize: 13 },
  '& li:first-of-type': { borderTop: 0 },
  '& p': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '& footer': { display: 'flex', flexWrap: 'wrap', gap: 6, alignItems: 'center', marginTop: 4 },
});

export const outcomeTones: Record<RemarkOutcome, Tone> = {
  pending: 'amber',
  accepted: 'green',
  partly: 'ink',
  rejected: 'neutral',
};

type Remark = MeetingDetail['remarks'][number];

/** What members had to say about the minutes, and what was done with it. */
export const Remarks = ({ meeting, acts }: { meeting: MeetingDetail; acts: Acts }) => {
  const { t } = useTranslation(['meetings', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [settling, setSettling] = useState<Remark | null>(null);
  const editable = canEdit(meeting.status, 'remarks');
  const itemOf = (id: string | null): string => {
    const item = meeting.itemRows.find((one) => one.id === id);
    return item === undefined ? '' : t('remarks.toItem', { n: item.position });
  };
  return (
    <Section
      title={t('remarks.title')}
      count={meeting.remarks.length === 0 ? undefined : meeting.remarks.length}
      action={
        editable ? (
          <Button size="small" variant="bare" icon={<PlusIcon size={13} />} onClick={() => setAdding(true)}>
            {t('common:action.add')}
          </Button>
        ) : null
      }
    >
      {meeting.remarks.length === 0 ? <p className="soft small">{t('remarks.empty')}</p> : null}
      <List>
        {meeting.remarks.map((remark) => (
          <li key={remark.id}>
            <div className="soft small">
              {[
                remark.author,
                itemOf(remark.itemId),
                remark.receivedOn === null ? '' : formatDay(remark.receivedOn, language),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <p>{remark.text}</p>
            {remark.outcomeText === '' ? null : <p className="soft">{remark.outcomeText}</p>}
            <footer>
              <Chip tone={outcomeTones[remark.outcome]}>{t(`vocabulary:remarkOutcome.${remark.outcome}`)}</Chip>
              {editable ? (
                <>
                  <Button size="small" variant="bare" onClick={() => setSettling(remark)}>
                    {t('remarks.settle')}
                  </Button>
                  <Button
                    size="small"
                    variant="bare"
                    onClick={() => void acts.run(() => client.meetings.removeRemark({ id: remark.id }))}
                  >
                    {t('common:action.remove')}
                  </Button>
                </>
              ) : null}
            </footer>
          </li>
        ))}
      </List>
      {adding ? <RemarkDialog meeting={meeting} onClose={() => setAdding(false)} /> : null}
      {settling === null ? null : <SettleDialog remark={settling} onClose={() => setSettling(null)} />}
    </Section>
  );
};
