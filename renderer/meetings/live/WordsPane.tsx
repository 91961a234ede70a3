import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemView, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { client } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { saveFile } from '../../ui/core/files.ts';
import { RecordSurface } from '../../ui/editor/RecordSurface.tsx';
import { SlotContent } from '../../ui/editor/SlotContent.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CarryOverTable } from '../planning/CarryOverTable.tsx';
import { ItemDialog } from '../planning/ItemDialog.tsx';
import { CaretLists } from './CaretLists.tsx';
import { useLive } from './liveContext.ts';
import { recordParts } from './RecordBelow.tsx';
import type { WordsActs } from './useWordsActs.ts';

const Sheet = styled('div')({
  containerType: 'inline-size',
  padding: '18px 28px 24px',
  minHeight: '100%',
  '@media (max-width: 900px)': { padding: '12px 14px 20px' },
  '& h2': { fontSize: 19, lineHeight: 1.25, fontWeight: 650, marginBottom: 2, overflowWrap: 'anywhere' },
  '& .record[data-kind=decision] .recordBody': {
    border: '1px solid var(--line)',
    borderLeft: '3px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    padding: '8px 12px',
    background: 'var(--surface)',
  },
  '& .record[data-kind=decision]:has([data-given]) .recordBody': { borderLeftColor: 'var(--ink)' },
});

const Title = styled('div')({
  position: 'relative',
  // the menu hangs in the margin, so that the title has the whole width
  '& > span': { position: 'absolute', right: -28, top: -2 },
  '@media (max-width: 900px)': { paddingRight: 24, '& > span': { right: -8 } },
});

/** The table of earlier decisions scrolls by itself, so that the place to write stays in sight. */
const Earlier = styled('div')({ maxHeight: 'min(300px, 40vh)', overflow: 'auto', marginTop: 6 });

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  margin: '6px 0 0 118px',
  '@container (max-width: 460px)': { marginLeft: 0 },
});

/** Who reports and what was handed out. */
const UnderTitle = ({ item }: { item: ItemView }) => {
  const { t } = useTranslation('meetings');
  const { acts } = useLive();
  const download = (id: string): void => void acts.run(async () => saveFile(await client.meetings.material({ id })));
  if (item.rapporteur === '' && item.materials.length === 0) return null;
  return (
    <p className="soft">
      {item.rapporteur === '' ? null : t('live.rapporteur', { name: item.rapporteur })}
      {item.rapporteur !== '' && item.materials.length > 0 ? ' · ' : null}
      {item.materials.length === 0 ? null : `${t('live.materials')} `}
      {item.materials.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : null}
          <LinkButton onClick={() => download(id)}>{name}</LinkButton>
        </span>
      ))}
    </p>
  );
};

/** Why the words are not saved; they stay on the screen. */
const Failure = () => {
  const { t } = useTranslation('meetings');
  const { keeper } = useLive();
  const errorText = useErrorText();
  const failure = keeper.failure.use();
  if (failure === undefined) return null;
  return (
    <Notice
      tone="error"
      action={
        <Button size="small" onClick={() => void keeper.flush()}>
          {t('live.saveAgain')}
        </Button>
      }
    >
      {t('live.notSaved')} {errorText(failure)}
    </Notice>
  );
};

export type WordsPaneProps = {
  meeting: MeetingDetail;
  acts: WordsActs;
  /** The item that has the floor where another one is on the screen. */
  elsewhere?: { title: string; back: () => void; start: () => void } | undefined;
};

/** The middle of the minutes: the words under one item, in one flow. */
export const WordsPane = ({ meeting, acts, elsewhere }: WordsPaneProps) => {
  const { t } = useTranslation(['meetings', 'common']);
  const live = useLive();
  const { keeper, item } = live;
  const [editing, setEditing] = useState(false);
  const { editor } = keeper;
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          'aria-label': t('live.wordsOf', { title: item.title }),
          'aria-multiline': 'true',
          lang: meeting.language,
          spellcheck: 'true',
          translate: 'no',
        },
      },
    });
  }, [editor, item.title, meeting.language, t]);
  return (
    <Sheet>
      {elsewhere === undefined ? null : (
        <div style={{ marginBottom: 10 }}>
          <Notice
            tone="info"
            action={
              <>
                <Button size="small" onClick={elsewhere.start}>
                  {t('live.startThis')}
                </Button>
                <Button size="small" variant="bare" onClick={elsewhere.back}>
                  {t('live.back')}
                </Button>
              </>
            }
          >
            {t('live.elsewhere', { title: elsewhere.title })}
          </Notice>
        </div>
      )}
      <Title>
        <h2>
          {item.position}. {item.title}
        </h2>
        <span>
          <MenuButton
            label={t('live.itemMenu')}
            iconOnly
            items={[
              { id: 'edit', label: t('live.editItem'), run: () => setEditing(true) },
              {
                id: 'remove',
                label: t('common:action.remove'),
                danger: true,
                disabled: item.speeches + item.decisions > 0,
                run: () => void live.acts.run(() => client.meetings.removeItem({ id: item.id })),
              },
            ]}
          />
        </span>
      </Title>
      <UnderTitle item={item} />
      <Failure />
      {item.kind === 'carryOver' ? (
        <Earlier role="region" aria-label={t('carryOver.table')} tabIndex={0}>
          <CarryOverTable meetingId={meeting.id} />
        </Earlier>
      ) : null}
      <div style={{ marginTop: 16 }}>
        <RecordSurface editor={editor} />
        <SlotContent slots={keeper.slots} parts={recordParts} />
        <CaretLists acts={acts} />
      </div>
      <Foot>
        <Button size="small" variant="bare" icon={<PlusIcon size={13} />} shortcut="Ctrl+Enter" onClick={acts.speech}>
          {t('live.speech')}
        </Button>
        <Button
          size="small"
          variant="bare"
          icon={<PlusIcon size={13} />}
          shortcut="Ctrl+Shift+D"
          onClick={acts.decision}
        >
          {t('live.decision')}
        </Button>
      </Foot>
      {editing ? <ItemDialog item={item} names={live.names} onClose={() => setEditing(false)} /> : null}
    </Sheet>
  );
};
