import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesOfTime } from '../../../shared/dates.ts';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { client, orpc } from '../../ui/core/client.ts';
import { AttachIcon, DeleteIcon, PlusIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import type { Names } from '../names/names.ts';
import type { Acts } from '../../ui/core/acts.ts';
import { itemPlace, useItemPlace } from '../useItemPlace.ts';
import { ItemDialog } from './ItemDialog.tsx';
import { Materials } from './Materials.tsx';

const Sheet = styled('div')({ padding: '14px 16px 24px', maxWidth: 900, width: '100%' });

const Head = styled('div')({ display: 'flex', alignItems: 'baseline', gap: 8, marginBottom: 8 });

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '26px 24px minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: 4,
  minHeight: 46,
  padding: '5px 4px',
  borderBottom: '1px solid var(--line)',
  '& [data-n]': { fontWeight: 600, color: 'var(--soft)', textAlign: 'right', paddingTop: 3, paddingRight: 4 },
  '& button[data-open]': {
    border: 0,
    background: 'none',
    padding: '3px 6px',
    textAlign: 'left',
    borderRadius: 4,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  '& button[data-open]:hover': { background: 'var(--bg)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12 },
});

const ItemLine = ({ item }: { item: ItemView }) => {
  const { t } = useTranslation('meetings');
  const facts = [
    ...(item.rapporteur === '' ? [] : [t('live.rapporteur', { name: item.rapporteur })]),
    ...(item.minutesPlanned === null ? [] : [t('plan.minutes', { count: item.minutesPlanned })]),
  ];
  return (
    <>
      {item.title}
      <small>
        {facts.join(' · ')}
        {item.materials.length === 0 ? null : (
          <>
            {facts.length > 0 ? ' · ' : null}
            <AttachIcon size={13} /> {t('materials.count', { count: item.materials.length })}
          </>
        )}
        {facts.length === 0 && item.materials.length === 0 ? t('plan.noRapporteur') : null}
      </small>
    </>
  );
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** When the agenda will be through, by the minutes planned; null where that says nothing. */
const endOf = ({ startsAt, itemRows }: MeetingDetail): string | null => {
  const planned = itemRows.reduce((sum, { minutesPlanned }) => sum + (minutesPlanned ?? 0), 0);
  if (startsAt === null || planned === 0) return null;
  const end = minutesOfTime(startsAt) + planned;
  return end >= 1440 ? null : `${pad(Math.floor(end / 60))}:${pad(end % 60)}`;
};

/** Offers the open and overdue decisions of the group as an item, while none is on the agenda. */
const CarryOverOffer = ({ meeting, acts }: { meeting: MeetingDetail; acts: Acts }) => {
  const { t } = useTranslation('meetings');
  const { data: rows } = useQuery(orpc.meetings.carryOver.queryOptions({ input: { meetingId: meeting.id } }));
  if (rows === undefined || rows.length === 0) return null;
  if (meeting.itemRows.some(({ kind }) => kind === 'carryOver')) return null;
  const overdue = rows.filter(({ status }) => status === 'overdue').length;
  return (
    <div style={{ marginBottom: 10 }}>
      <Notice
        tone="info"
        action={
          <Button
            size="small"
            onClick={() => void acts.run(() => client.meetings.addCarryOver({ meetingId: meeting.id }))}
          >
            {t('carryOver.add')}
          </Button>
        }
      >
        {t('carryOver.offer', { count: rows.length })}
        {overdue > 0 ? ` ${t('carryOver.overdue', { count: overdue })}` : null}
      </Notice>
    </div>
  );
};

/** The agenda as it is planned: written line by line, moved by the pointer or with Alt and the arrows. */
export const Agenda = (props: { meeting: MeetingDetail; names: Names; acts: Acts; locked: boolean }) => {
  const { meeting, names, acts, locked } = props;
  const { t } = useTranslation(['meetings', 'common']);
  const [title, setTitle] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const open = meeting.itemRows.find(({ id }) => id === openId);
  const end = endOf(meeting);
  const planned = meeting.itemRows.reduce((sum, { minutesPlanned }) => sum + (minutesPlanned ?? 0), 0);

  useItemPlace();
  useKeys({ 'Alt+N': () => field.current?.querySelector('input')?.focus() }, { enabled: !locked });
  const add = async (): Promise<void> => {
    const typed = title.trim();
    if (typed === '') return;
    const added = await acts.run(() => client.meetings.addItem({ meetingId: meeting.id, title: typed, at: null }));
    if (added !== undefined) setTitle('');
  };
  return (
    <Sheet>
      {locked ? null : <CarryOverOffer meeting={meeting} acts={acts} />}
      <Head>
        <h2>{t('live.agenda')}</h2>
        <span className="soft small">
          {planned === 0 ? null : t('plan.minutes', { count: planned })}
          {end === null ? null : ` · ${t('plan.until', { time: end })}`}
        </span>
      </Head>
      <ReorderList
        label={t('live.agenda')}
        items={meeting.itemRows}
        getKey={({ id }) => id}
        getLabel={(item) => item.title}
        disabled={locked}
        onMove={(id, to) => void acts.run(() => client.meetings.moveItem({ id, to }))}
        renderItem={(item, { handle }) => (
          <Row id={itemPlace(item.id)}>
            <span>{handle}</span>
            <span data-n="">{item.position}</span>
            <button type="button" data-open="" onClick={() => setOpenId(item.id)}>
              <ItemLine item={item} />
            </button>
            {locked ? null : (
              <IconButton
                size="small"
                label={t('plan.removeItem', { name: item.title })}
                icon={<DeleteIcon />}
                onClick={() => void acts.run(() => client.meetings.removeItem({ id: item.id }))}
              />
            )}
          </Row>
        )}
      />
      {meeting.itemRows.length === 0 ? <p className="soft">{t('plan.emptyAgenda')}</p> : null}
      {locked ? null : (
        <div ref={field} style={{ margin: '10px 0 22px' }}>
          <TextInput
            label={t('live.newItem')}
            labelHidden
            placeholder={t('live.newItemHint')}
            leading={<PlusIcon size={13} />}
            trailing={<span className="soft small">Alt N</span>}
            value={title}
            onChange={setTitle}
            onKeyDown={(event) => {
              if (event.code === 'Enter' && !event.ctrlKey) void add();
            }}
          />
        </div>
      )}
      <h2 style={{ marginBottom: 6 }}>{t('materials.ofMeeting')}</h2>
      <Materials owner={{ entity: 'meeting', id: meeting.id }} materials={meeting.materials} locked={locked} />
      {open === undefined ? null : (
        <ItemDialog item={open} names={names} locked={locked} onClose={() => setOpenId(null)} />
      )}
    </Sheet>
  );
};
