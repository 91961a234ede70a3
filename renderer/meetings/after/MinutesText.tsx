import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { DecisionView } from '../../../shared/contract/decisions.ts';
import type { ItemView, ItemWords, MeetingDetail } from '../../../shared/contract/meetings.ts';
import { IconButton, LinkButton } from '../../ui/Button.tsx';
import { orpc } from '../../ui/core/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EditIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { countsOf } from '../live/voteText.ts';
import { CarryOverTable } from '../planning/CarryOverTable.tsx';
import { itemPlace, useItemPlace } from '../useItemPlace.ts';

const Desk = styled('div')({
  flex: 'none',
  background: 'var(--bg)',
  minHeight: '100%',
  padding: '16px clamp(8px, 3vw, 28px) 40px',
});

const Sheet = styled('article')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 2,
  maxWidth: 820,
  margin: '0 auto',
  padding: '28px clamp(16px, 5vw, 56px) 40px',
  overflowWrap: 'anywhere',
  '& header': { marginBottom: 18, color: 'var(--soft)' },
  '& h2': { fontSize: 16, fontWeight: 650, margin: '22px 0 6px', lineHeight: 1.3 },
  '& h3': { fontSize: 11, letterSpacing: '.08em', fontWeight: 650, color: 'var(--soft)', margin: '12px 0 4px' },
  '& p': { whiteSpace: 'pre-wrap', margin: '0 0 8px' },
  '& p b': { fontWeight: 600 },
  '& small': { color: 'var(--soft)', fontSize: 12, display: 'block', margin: '-4px 0 8px' },
});

const Heading = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 6,
  '& > h2': { flex: 1, minWidth: 0 },
  '& > button': { marginBottom: 3 },
});

const useVoteWords = (): ((decision: DecisionView) => string) => {
  const { t } = useTranslation(['meetings', 'vocabulary']);
  return (decision) => {
    if (decision.voteMode === 'none') return '';
    if (decision.voteMode === 'consensus') return t('vocabulary:voteMode.consensus');
    const counts = t('live.vote.counts', countsOf(decision));
    return decision.voteMode === 'secret' ? `${t('live.vote.secretly')} · ${counts}` : counts;
  };
};

const Decision = (props: { meeting: MeetingDetail; item: ItemView; decision: DecisionView }) => {
  const { meeting, item, decision } = props;
  const { t } = useTranslation(['meetings', 'vocabulary']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const vote = useVoteWords();
  const facts = [
    decision.assignees.map(({ name }) => name).join(', '),
    decision.dueOn === null ? '' : t('live.due', { date: formatDay(decision.dueOn, language) }),
    vote(decision),
    ...decision.dissents.map(({ name }) => t('live.dissentOf', { name })),
    decision.noQuorumReason === '' ? '' : t('after.noQuorum', { reason: decision.noQuorumReason }),
  ].filter(Boolean);
  return (
    <>
      <p>
        {decision.n === null ? null : (
          <b>
            {item.position}.{decision.n}.{' '}
          </b>
        )}
        {decision.text}
      </p>
      {facts.length === 0 && decision.n === null ? null : (
        <small>
          {facts.join(' · ')}
          {facts.length > 0 && decision.n !== null ? ' · ' : null}
          {decision.n === null ? null : (
            <LinkButton
              onClick={() => void navigate(`/meetings/${meeting.id}/documents/extract?decision=${decision.id}`)}
            >
              {t('vocabulary:meetingDocument.extract')}
            </LinkButton>
          )}
        </small>
      )}
    </>
  );
};

const Speeches = ({ words, kind }: { words: ItemWords; kind: 'heard' | 'speech' }) => {
  const { t } = useTranslation('meetings');
  const speeches = words.speeches.filter((speech) => speech.kind === kind);
  if (speeches.length === 0) return null;
  return (
    <>
      <h3>{t(`live.label.${kind}`)}</h3>
      {speeches.map((speech) => (
        <p key={speech.id}>
          {speech.speaker === '' ? null : (
            <>
              <b>{speech.speaker}</b> —{' '}
            </>
          )}
          {speech.text}
          {speech.textAttached ? ` (${t('live.textAttached')})` : null}
        </p>
      ))}
    </>
  );
};

const Item = ({ meeting, item }: { meeting: MeetingDetail; item: ItemView }) => {
  const { t } = useTranslation(['meetings', 'common']);
  const navigate = useNavigate();
  const { data: words, error } = useQuery(orpc.meetings.item.queryOptions({ input: { id: item.id } }));
  return (
    <section id={itemPlace(item.id)}>
      <Heading>
        <h2>
          {item.position}. {item.title}
        </h2>
        {meeting.status === 'signed' ? null : (
          <IconButton
            size="small"
            label={t('after.writeItem', { n: item.position })}
            icon={<EditIcon size={13} />}
            onClick={() => void navigate(`/meetings/${meeting.id}/write?item=${item.id}`)}
          />
        )}
      </Heading>
      {item.rapporteur === '' ? null : <small>{t('live.rapporteur', { name: item.rapporteur })}</small>}
      {item.kind === 'carryOver' ? <CarryOverTable meetingId={meeting.id} /> : null}
      <ErrorNotice error={error} />
      {words === undefined ? (
        <Waiting lines={3} />
      ) : (
        <>
          <Speeches words={words} kind="heard" />
          <Speeches words={words} kind="speech" />
          {words.decisions.length === 0 ? null : <h3>{t('live.label.decision')}</h3>}
          {words.decisions.map((decision) => (
            <Decision key={decision.id} meeting={meeting} item={item} decision={decision} />
          ))}
          {words.speeches.length + words.decisions.length === 0 ? <p className="soft">{t('after.noWords')}</p> : null}
        </>
      )}
    </section>
  );
};

/** All items of the minutes one after the other, as they read. */
export const MinutesText = ({ meeting }: { meeting: MeetingDetail }) => {
  const { t } = useTranslation('meetings');
  useItemPlace();
  if (meeting.itemRows.length === 0) return <EmptyState text={t('after.empty')} />;
  const present = meeting.participants.filter(({ attendance }) => attendance === 'present' || attendance === 'remote');
  const times = [meeting.openedAt, meeting.closedAt].filter((time) => time !== null).join('–');
  return (
    <Desk>
      <Sheet lang={meeting.language}>
        <header>
          {[
            times,
            meeting.chair === '' ? '' : t('after.chair', { name: meeting.chair }),
            meeting.secretary === '' ? '' : t('after.secretary', { name: meeting.secretary }),
          ]
            .filter(Boolean)
            .join(' · ')}
          <div>{t('after.present', { names: present.map(({ name }) => name).join(', ') || '—' })}</div>
        </header>
        {meeting.itemRows.map((item) => (
          <Item key={item.id} meeting={meeting} item={item} />
        ))}
      </Sheet>
    </Desk>
  );
};
