import { styled } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/dates.ts';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import { Chip } from '../../ui/Chip.tsx';
import { recordAtCaret } from '../../ui/editor/recordText.ts';
import type { RecordSlot } from '../../ui/editor/recordView.ts';
import { useEditorValue } from '../../ui/editor/useEditorValue.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useToday } from '../../ui/window/today.ts';
import { nameFinder } from '../names/recognise.ts';
import { entryOf } from '../words/entries.ts';
import { takeOffers } from './decisionActs.ts';
import { useLive } from './liveContext.ts';
import { hasOffers, readOffers } from './offers.ts';
import { countsOf } from './voteText.ts';

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 6, alignItems: 'center' });

/** A chip that opens its question. */
const Act = styled('button')({
  border: 0,
  background: 'none',
  padding: 0,
  borderRadius: 11,
  cursor: 'pointer',
  maxWidth: '100%',
  display: 'inline-flex',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '&:hover > span': { boxShadow: 'inset 0 0 0 1px currentColor' },
});

const Offer = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 22,
  padding: '0 8px',
  borderRadius: 11,
  border: '1px dashed var(--edge)',
  background: 'var(--surface)',
  color: 'var(--soft)',
  fontSize: 12,
  cursor: 'pointer',
  textAlign: 'left',
  '&:hover': { borderColor: 'var(--ink)', color: 'var(--ink-text)' },
});

const VoteChip = ({ decision }: { decision: DecisionView }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  if (decision.voteMode === 'consensus') return <Chip tone="green">{t('vocabulary:voteMode.consensus')}</Chip>;
  const counts = countsOf(decision);
  const tone = counts.for > counts.against ? 'green' : 'amber';
  const secret = decision.voteMode === 'secret' ? `${t('live.vote.secretly')} · ` : '';
  return (
    <Chip tone={tone}>
      {secret}
      {t('live.vote.counts', counts)}
    </Chip>
  );
};

/** What the text says and the record does not have yet: one key takes it over. */
const Offers = ({ id, text }: { id: string; text: string }) => {
  const { t } = useTranslation('meetings');
  const { language } = useLanguage();
  const today = useToday();
  const { keeper, names, meeting, acts } = useLive();
  const decision = keeper.details.use().get(id);
  const finder = useMemo(() => nameFinder(names.all), [names]);
  const offers = useMemo(
    () => readOffers(text, decision, finder, { today, language: meeting.language }),
    [text, decision, finder, today, meeting.language],
  );
  if (!hasOffers(offers)) return null;
  const words = [
    ...offers.assignees.map(({ label }) => label),
    ...(offers.dueOn === null ? [] : [t('live.due', { date: formatDay(offers.dueOn, language) })]),
  ];
  return (
    <Offer type="button" data-offer={id} onClick={() => void acts.run(() => takeOffers(keeper, id, offers))}>
      <span>{t('live.offer', { what: words.join(', ') })}</span>
      <Kbd keys="Alt+Enter" />
    </Offer>
  );
};

/** Under a decision: assignees, deadline, vote, what is odd about it, and what its text offers. */
export const DecisionMeta = ({ slot }: { slot: RecordSlot }) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { language } = useLanguage();
  const { keeper, ask } = useLive();
  const { id, text } = entryOf(slot.node);
  const decision = keeper.details.use().get(id);
  const hasCaret = useEditorValue(keeper.editor, (state) => recordAtCaret(state)?.node === slot.node);
  const act = (what: 'assign' | 'vote' | 'dissent' | 'noQuorum', children: ReactNode, key: string = what) => (
    <Act key={key} type="button" onClick={() => ask({ ask: what, decisionId: id })}>
      {children}
    </Act>
  );
  const due = decision?.dueOn ?? null;
  const voted = decision !== undefined && decision.voteMode !== 'none';
  const chips = [
    ...(decision?.kind === 'information' ? [<Chip key="kind">{t('vocabulary:decisionKind.information')}</Chip>] : []),
    ...(decision?.assignees ?? []).map((assignee) =>
      act('assign', <Chip tone="ink">{assignee.shortName || assignee.name}</Chip>, assignee.id),
    ),
    ...(due === null ? [] : [act('assign', <Chip>{t('live.due', { date: formatDay(due, language) })}</Chip>, 'due')]),
    ...(voted ? [act('vote', <VoteChip decision={decision} />)] : []),
    ...(decision?.dissents ?? []).map(({ id: key, name }) =>
      act('dissent', <Chip tone="amber">{t('live.dissentOf', { name })}</Chip>, key),
    ),
    ...(decision !== undefined && decision.noQuorumReason !== ''
      ? [act('noQuorum', <Chip tone="amber">{t('live.withoutQuorum')}</Chip>)]
      : []),
    ...(decision?.kind === 'decision' && decision.noQuorumReason === '' && !decision.quorumReached
      ? [act('noQuorum', <Chip tone="red">{t('live.reasonNeeded')}</Chip>, 'reason')]
      : []),
  ];
  const offers = hasCaret && text !== '' ? <Offers id={id} text={text} /> : null;
  return chips.length === 0 && offers === null ? null : (
    <Row data-given={chips.length > 0 ? '' : undefined}>
      {chips}
      {offers}
    </Row>
  );
};
