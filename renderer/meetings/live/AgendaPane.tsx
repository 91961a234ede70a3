import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { client } from '../../ui/core/client.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { ReorderList } from '../../ui/ReorderList.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { secondsOf, useNow } from '../clock.ts';
import type { Acts } from '../../ui/core/acts.ts';

const Head = styled('header')({ display: 'flex', alignItems: 'center', gap: 8, padding: '10px 12px 6px' });

const Row = styled('div')({
  position: 'relative',
  '& button[data-item]': {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: '2px 6px',
    width: '100%',
    padding: '8px 12px 8px 15px',
    border: 0,
    borderLeft: '3px solid transparent',
    background: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  '& button[data-item]:hover': { background: 'var(--bg)' },
  '& button[data-item]:focus-visible': { outlineOffset: -2 },
  '& button[data-past]': { color: 'var(--soft)' },
  '& button[aria-current]': { background: 'var(--ink-soft)', borderLeftColor: 'var(--ink)' },
  '& button[aria-current] b': { fontWeight: 600 },
  '& b': { fontWeight: 400 },
  '& [data-n]': { fontWeight: 600, color: 'var(--soft)' },
  '& button[aria-current] [data-n]': { color: 'var(--ink-text)' },
  // the handle comes with the pointer or the keyboard, over the number
  '& > [data-handle]': { position: 'absolute', left: 0, bottom: 4, opacity: 0 },
  '&:hover > [data-handle], &:focus-within > [data-handle]': { opacity: 1 },
});

const Bar = styled('span')({
  gridColumn: '2 / -1',
  height: 3,
  borderRadius: 2,
  background: 'var(--line)',
  overflow: 'hidden',
  '& i': { display: 'block', height: '100%' },
});

const minutesOf = (seconds: number): number => Math.floor(seconds / 60);

/** Minutes of an item: those it took, of how many while it runs, or those planned for it. */
const Minutes = ({ item, seconds, runs }: { item: ItemView; seconds: number; runs: boolean }) => {
  const { t } = useTranslation('meetings');
  const planned = item.minutesPlanned;
  const spent = minutesOf(seconds);
  if (seconds === 0 && !runs) {
    return <span className="faint">{planned === null ? null : t('live.minutes', { count: planned })}</span>;
  }
  const over = planned !== null && seconds > planned * 60;
  const text = runs && planned !== null ? t('live.minutesOf', { spent, planned }) : t('live.minutes', { count: spent });
  return (
    <span style={over ? { color: 'var(--amber)' } : {}} {...(!over && !runs && { className: 'faint' })}>
      {text}
      {over ? <span className="unseen"> {t('live.overrun', { minutes: spent - (planned ?? 0) })}</span> : null}
    </span>
  );
};

const ItemRow = (props: { meeting: MeetingDetail; item: ItemView; selected: boolean; onSelect: () => void }) => {
  const { meeting, item, selected } = props;
  const now = useNow();
  const seconds = secondsOf(item, now);
  const runs = meeting.currentItemId === item.id && meeting.status === 'inSession';
  const planned = item.minutesPlanned ?? 0;
  const over = planned > 0 && seconds > planned * 60;
  const share = planned === 0 ? 100 : Math.min(100, (seconds / (planned * 60)) * 100);
  const past = seconds > 0 && !runs;
  return (
    <button
      type="button"
      data-item={item.id}
      data-past={past && !selected ? '' : undefined}
      aria-current={selected ? 'true' : undefined}
      onClick={props.onSelect}
    >
      <span data-n="">{item.position}</span>
      <b>{item.title}</b>
      <Minutes item={item} seconds={seconds} runs={runs} />
      {seconds > 0 || runs ? (
        <Bar>
          <i style={{ width: `${share}%`, background: over ? 'var(--amber-fill)' : 'var(--ink)' }} />
        </Bar>
      ) : null}
    </button>
  );
};

const AddRow = styled('div')({
  padding: '6px 12px',
  '& > button': {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: 6,
    width: '100%',
    border: 0,
    background: 'none',
    padding: '4px 0 4px 6px',
    color: 'var(--faint)',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: 4,
  },
});

const Total = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation('meetings');
  const now = useNow();
  const spent = meeting.itemRows.reduce((sum, item) => sum + secondsOf(item, now), 0);
  const planned = meeting.itemRows.reduce((sum, item) => sum + (item.minutesPlanned ?? 0), 0);
  if (planned === 0 && spent === 0) return null;
  return <span className="faint">{t('live.total', { spent: minutesOf(spent), planned })}</span>;
};

export type AgendaPaneProps = {
  meeting: MeetingDetail;
  selectedId: string | null;
  onSelect: (itemId: string) => void;
  acts: Acts;
  /** A new item is being typed. */
  adding: boolean;
  setAdding: (adding: boolean) => void;
};

/** The agenda with a clock an item: what is over, what runs, what is to come. */
export const AgendaPane = (props: AgendaPaneProps) => {
  const { meeting, acts, adding, setAdding } = props;
  const { t } = useTranslation('meetings');
  const [title, setTitle] = useState('');
  const stop = (): void => {
    setTitle('');
    setAdding(false);
  };
  const add = async (): Promise<void> => {
    const typed = title.trim();
    if (typed === '') return stop();
    const added = await acts.run(() => client.meetings.addItem({ meetingId: meeting.id, title: typed, at: null }));
    if (added === undefined) return undefined;
    stop();
    props.onSelect(added.id);
    return undefined;
  };
  return (
    <>
      <Head>
        <h2>{t('live.agenda')}</h2>
        <span style={{ flex: 1 }} />
        <Total meeting={meeting} />
      </Head>
      <ReorderList
        label={t('live.agenda')}
        items={meeting.itemRows}
        getKey={({ id }) => id}
        getLabel={(item) => item.title}
        onMove={(id, to) => void acts.run(() => client.meetings.moveItem({ id, to }))}
        renderItem={(item, { handle }) => (
          <Row>
            <ItemRow
              meeting={meeting}
              item={item}
              selected={item.id === props.selectedId}
              onSelect={() => props.onSelect(item.id)}
            />
            <span data-handle="">{handle}</span>
          </Row>
        )}
      />
      <AddRow>
        {adding ? (
          <TextInput
            label={t('live.newItem')}
            labelHidden
            placeholder={t('live.newItemHint')}
            takesFocus
            value={title}
            onChange={setTitle}
            onBlur={() => {
              if (title.trim() === '') setAdding(false);
            }}
            onKeyDown={(event) => {
              if (event.code === 'Enter') void add();
              if (event.code === 'Escape') stop();
            }}
          />
        ) : (
          <button type="button" onClick={() => setAdding(true)}>
            <span>+</span>
            <span>{t('live.addItem')}</span>
            <Kbd keys="Alt+N" />
          </button>
        )}
      </AddRow>
    </>
  );
};
