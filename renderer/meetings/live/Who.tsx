import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { RecordSlot } from '../../ui/editor/recordView.ts';
import { recordAtCaret, recordsOf } from '../../ui/editor/recordText.ts';
import { idOf } from '../../ui/editor/recordIds.ts';
import { useEditorValue } from '../../ui/editor/useEditorValue.ts';
import { entryOf } from '../words/entries.ts';
import { useLive } from './liveContext.ts';

const Speaker = styled('button')({
  border: 0,
  background: 'none',
  padding: 0,
  margin: 0,
  fontWeight: 600,
  textAlign: 'left',
  cursor: 'pointer',
  borderRadius: 3,
  '&:hover': { color: 'var(--ink)' },
  '&[data-nobody]': {
    fontWeight: 450,
    color: 'var(--soft)',
    textDecoration: 'underline dotted',
    textUnderlineOffset: 3,
  },
});

const Dash = styled('span')({ color: 'var(--faint)', whiteSpace: 'pre' });

const Number = styled('span')({ fontWeight: 650, marginRight: 6 });

/** Words where nothing is written yet; they take no room, so that the caret stands before them. */
const Hint = styled('span')({
  position: 'absolute',
  color: 'var(--faint)',
  pointerEvents: 'none',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  maxWidth: '100%',
  textOverflow: 'ellipsis',
});

/** Number of a decision within its item, by its place among those that bear one. */
const DecisionNumber = ({ id }: { id: string }) => {
  const { item, keeper } = useLive();
  const details = keeper.details.use();
  const n = useEditorValue(keeper.editor, ({ doc }) => {
    const decisions = recordsOf(doc)
      .map(({ node }) => ({ name: node.type.name, id: idOf(node) ?? '' }))
      .filter((one) => one.name === 'decision' && details.get(one.id)?.kind !== 'information');
    return decisions.findIndex((one) => one.id === id) + 1;
  });
  return n === 0 ? null : (
    <Number>
      {item.position}.{n}
    </Number>
  );
};

const SpeakerName = ({ slot }: { slot: RecordSlot }) => {
  const { t } = useTranslation('meetings');
  const { names, keeper, ask } = useLive();
  const speakers = keeper.speakers.use();
  const entry = entryOf(slot.node);
  const choosing = keeper.trigger.open.use()?.kind === 'speaker';
  const hasCaret = useEditorValue(keeper.editor, (state) => recordAtCaret(state)?.node === slot.node);
  if (entry.kind === 'decision') return null;
  const known = names.person(entry.speakerId)?.label ?? speakers.get(entry.id) ?? '';
  const name = entry.speakerId === null ? entry.speakerText : known || entry.speakerText;
  // while the name is being typed its place is the text itself
  if (name === '' && choosing && hasCaret) return null;
  return (
    <>
      <Speaker
        type="button"
        data-nobody={name === '' ? '' : undefined}
        aria-label={t('live.speakerOf', { name: name || t('live.nobody') })}
        onClick={() => ask({ ask: 'speaker', speechId: entry.id })}
      >
        {name || t('live.nobody')}
      </Speaker>
      <Dash> — </Dash>
    </>
  );
};

/** What stands before the text of a record: who said it, or the number of the decision. */
export const RecordHead = ({ slot }: { slot: RecordSlot }) => {
  const { t } = useTranslation('meetings');
  const { keeper } = useLive();
  const entry = entryOf(slot.node);
  const choosing = keeper.trigger.open.use()?.kind === 'speaker';
  const hasCaret = useEditorValue(keeper.editor, (state) => recordAtCaret(state)?.node === slot.node);
  const hint = choosing && hasCaret ? t('live.hint.name') : t(`live.hint.${entry.kind}`);
  return (
    <>
      {entry.kind === 'decision' ? <DecisionNumber id={entry.id} /> : <SpeakerName slot={slot} />}
      {entry.text === '' ? <Hint>{hint}</Hint> : null}
    </>
  );
};

/** The time at which a speech began. */
export const RecordTime = ({ slot }: { slot: RecordSlot }) => {
  const entry = entryOf(slot.node);
  return entry.kind === 'decision' || entry.saidAt === null ? null : <time>{entry.saidAt}</time>;
};

/** СЛУХАЛИ, ВИСТУПИЛИ, ВИРІШИЛИ in the language of the interface. */
export const RecordLabel = ({ slot }: { slot: RecordSlot }) => {
  const { t } = useTranslation('meetings');
  return <>{t(`live.label.${entryOf(slot.node).kind}`)}</>;
};
