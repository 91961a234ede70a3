import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import { anyDecision } from '../../../shared/contract/decisionRegister.ts';
import type { MemorandumDetail, ObligationDetail } from '../../../shared/contract/memoranda.ts';
import { isUnfinished } from '../../../shared/rules/decisionStatus.ts';
import { executionStatuses, type ExecutionStatus } from '../../../shared/vocabulary.ts';
import { Button, IconButton, TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { CheckIcon, CloseIcon, EditIcon, NoteIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { DetailList, PanelActions, Section } from '../../ui/Panel.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useCommands } from '../../ui/window/commands.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { isLocked, obligationTones } from '../states.ts';
import { useDueWords } from './dueWords.ts';
import { Files } from './Files.tsx';

const Head = styled('header')({
  display: 'flex',
  gap: 8,
  alignItems: 'flex-start',
  padding: '10px 8px 8px 14px',
  borderBottom: '1px solid var(--line)',
  '& h2': { flex: 1, overflowWrap: 'anywhere', paddingTop: 4 },
});

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': { padding: '5px 0', borderTop: '1px solid var(--line)', overflowWrap: 'anywhere' },
  '& > li:first-of-type': { borderTop: 0 },
  '& [data-line]': { display: 'flex', alignItems: 'center', gap: 8 },
  '& small': { color: 'var(--soft)', fontSize: 12 },
});

/** A new progress note; it takes the focus when it appears. */
const NoteForm = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const [text, setText] = useState('');
  const save = async (): Promise<void> => {
    const saved = await run(() => client.memoranda.addObligationNote({ id, notedOn: today, text: text.trim() }));
    if (saved !== undefined) onDone();
  };
  useKeys({ 'Ctrl+Enter': () => (text.trim() === '' ? false : void save()), Esc: onDone }, { inText: true });
  return (
    <div style={{ display: 'grid', gap: 6, marginBottom: 6 }}>
      <TextArea label={t('obligation.newNote')} minRows={2} takesFocus value={text} onChange={setText} />
      <ErrorNotice error={error} />
      <span style={{ display: 'flex', gap: 6 }}>
        <Button
          size="small"
          variant="primary"
          shortcut="Ctrl+Enter"
          waiting={running}
          disabled={text.trim() === ''}
          onClick={() => void save()}
        >
          {t('common:action.save')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </span>
    </div>
  );
};

const decisionOption = ({ id, number, text }: { id: string; number: string; text: string }): Option => ({
  id,
  label: [number, text].filter(Boolean).join(' · '),
});

/** Decisions of meetings that serve the obligation; found by their words. */
const Decisions = ({ detail }: { detail: ObligationDetail }) => {
  const { t } = useTranslation('memoranda');
  const { run, error } = useActs();
  const [adding, setAdding] = useState(false);
  const load = async (text: string): Promise<Option[]> => {
    const page = await client.decisions.register({
      filter: { ...anyDecision, text },
      sort: { by: 'held', descending: true },
      groupBy: 'none',
      offset: 0,
      limit: 30,
    });
    const linked = new Set(detail.decisions.map(({ id }) => id));
    return page.rows.filter(({ id }) => !linked.has(id)).map(decisionOption);
  };
  return (
    <Section
      title={t('obligation.decisions')}
      action={
        <Button size="small" variant="bare" onClick={() => setAdding(true)}>
          {t('obligation.linkDecision')}
        </Button>
      }
    >
      <Rows>
        {detail.decisions.map(({ id, number, text }) => (
          <li key={id}>
            <span data-line="">
              <span style={{ flex: 1, minWidth: 0 }}>
                <TextLink to={`/decisions/${id}`}>{number || t('obligation.decision')}</TextLink> {text}
              </span>
              <IconButton
                size="small"
                label={t('obligation.unlink', { number })}
                icon={<CloseIcon size={13} />}
                onClick={() => void run(() => client.memoranda.unlinkDecision({ id: detail.id, decisionId: id }))}
              />
            </span>
          </li>
        ))}
      </Rows>
      {adding ? (
        <Combobox
          label={t('obligation.findDecision')}
          takesFocus
          value={null}
          load={load}
          onChange={(option) => {
            setAdding(false);
            if (option !== null)
              void run(() => client.memoranda.linkDecision({ id: detail.id, decisionId: option.id }));
          }}
        />
      ) : null}
      <ErrorNotice error={error} />
    </Section>
  );
};

/** One obligation: how far it is, what was noted, what proves it. Carrying out is free after signing. */
export const ObligationPanel = (props: {
  memorandum: MemorandumDetail;
  id: string;
  onClose: () => void;
  onEdit: () => void;
}) => {
  const { memorandum, id, onClose, onEdit } = props;
  const { t } = useTranslation(['memoranda', 'vocabulary', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const dueWords = useDueWords();
  const periodWords = usePeriodWords();
  const { run, error } = useActs();
  const { data, error: failed } = useQuery(orpc.memoranda.obligation.queryOptions({ input: { id } }));
  const [search] = useSearchParams();
  // Today begins a note by its address.
  const [noting, setNoting] = useState(search.get('act') === 'note');
  const files = useRef<HTMLDivElement>(null);
  const locked = isLocked(memorandum);
  const setState = (period: string | null, status: ExecutionStatus): void =>
    void run(() =>
      client.memoranda.setObligationState({ id, period, status, doneOn: status === 'done' ? today : null }),
    );
  const nextPeriod = data?.occurrences.find(({ status }) => isUnfinished(status))?.period ?? null;
  const done = (): void => {
    if (data === undefined) return;
    if (data.repeat === 'none' || data.repeat === 'standing') setState(null, data.status === 'done' ? 'open' : 'done');
    else if (nextPeriod !== null) setState(nextPeriod, 'done');
  };
  const group = t('obligation.title');
  useCommands(
    locked
      ? [
          { id: 'memoranda.note', group, label: t('obligation.note'), keys: 'E', run: () => setNoting(true) },
          { id: 'memoranda.done', group, label: t('common:action.markDone'), keys: 'V', run: done },
          {
            id: 'memoranda.evidence',
            group,
            label: t('obligation.attach'),
            keys: 'A',
            run: () => files.current?.querySelector<HTMLElement>('button:last-of-type')?.click(),
          },
          { id: 'memoranda.closePanel', group, label: t('common:action.close'), keys: 'Esc', run: onClose },
        ]
      : [{ id: 'memoranda.closePanel', group, label: t('common:action.close'), keys: 'Esc', run: onClose }],
  );
  useStatusKeys(
    locked
      ? [
          { keys: 'E', label: t('obligation.note') },
          { keys: 'V', label: t('common:action.markDone') },
          { keys: 'A', label: t('obligation.attach') },
          { keys: 'Esc', label: t('common:action.close') },
        ]
      : [],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const there = data !== undefined;
  useEffect(() => {
    if (locked && there) heading.current?.focus();
  }, [id, locked, there]);
  if (data === undefined) return failed === null ? <Waiting lines={6} /> : <ErrorNotice error={failed} />;
  const day = (value: string): string => formatDay(value, language);
  const periodic = data.occurrences.length > 0;
  return (
    <>
      <Head>
        <h2 ref={heading} tabIndex={-1}>
          {t('obligation.one', { n: data.n })}
        </h2>
        {memorandum.editable ? (
          <IconButton label={t('common:action.edit')} icon={<EditIcon />} onClick={onEdit} />
        ) : null}
        <IconButton label={t('common:action.close')} shortcut="Esc" icon={<CloseIcon />} onClick={onClose} />
      </Head>
      <div style={{ padding: '10px 14px', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{data.text}</div>
      <div style={{ padding: '0 14px 10px' }}>
        <DetailList
          items={[
            { label: t('obligation.party'), value: data.party },
            { label: t('obligation.dueOn'), value: dueWords(data) },
            {
              label: t('obligation.current'),
              value: data.repeat === 'none' || data.currentDueOn === null ? '' : day(data.currentDueOn),
            },
            {
              label: t('common:col.status'),
              value: (
                <Chip size="small" tone={obligationTones[data.state]}>
                  {t(`vocabulary:executionStatus.${data.state}`)}
                </Chip>
              ),
            },
            { label: t('obligation.doneOn'), value: data.doneOn === null ? '' : day(data.doneOn) },
          ]}
        />
        {locked && !periodic ? (
          <div style={{ marginTop: 8, maxWidth: 220 }}>
            <Select
              label={t('obligation.state')}
              value={data.status}
              onChange={(status) => setState(null, status)}
              options={executionStatuses.map((value) => ({
                value,
                label: t(`vocabulary:executionStatus.${value}`),
              }))}
            />
          </div>
        ) : null}
        {locked ? null : (
          <p className="soft small" style={{ marginTop: 8 }}>
            {t('obligation.afterSigning')}
          </p>
        )}
        <ErrorNotice error={error} />
      </div>
      {periodic ? (
        <Section title={t('obligation.periods')}>
          <Rows>
            {data.occurrences.map((one) => (
              <li key={one.period}>
                <span data-line="">
                  <span style={{ flex: 1 }}>
                    {periodWords(one.period)} <small>{t('common:date.by', { date: day(one.dueOn) })}</small>
                  </span>
                  <Chip size="small" tone={obligationTones[one.state]}>
                    {t(`vocabulary:executionStatus.${one.state}`)}
                  </Chip>
                  {locked ? (
                    <IconButton
                      size="small"
                      label={t(one.status === 'done' ? 'obligation.reopenPeriod' : 'obligation.donePeriod', {
                        period: periodWords(one.period),
                      })}
                      pressed={one.status === 'done'}
                      icon={<CheckIcon size={13} />}
                      onClick={() => setState(one.period, one.status === 'done' ? 'open' : 'done')}
                    />
                  ) : null}
                </span>
              </li>
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title={t('obligation.notes')} count={data.noteRows.length === 0 ? undefined : data.noteRows.length}>
        {noting ? <NoteForm id={id} onDone={() => setNoting(false)} /> : null}
        <Rows>
          {data.noteRows.map((note) => (
            <li key={note.id}>
              <span data-line="">
                <small style={{ flex: 1 }}>
                  {day(note.notedOn)} · {note.author}
                </small>
                <IconButton
                  size="small"
                  label={t('obligation.removeNote')}
                  icon={<CloseIcon size={13} />}
                  onClick={() => void run(() => client.memoranda.removeObligationNote({ id: note.id }))}
                />
              </span>
              <p style={{ whiteSpace: 'pre-wrap' }}>{note.text}</p>
            </li>
          ))}
        </Rows>
        {data.noteRows.length === 0 && !noting ? <p className="soft small">{t('obligation.noNotes')}</p> : null}
      </Section>
      <Section title={t('obligation.evidence')}>
        <div ref={files}>
          <Files
            owner={{ entity: 'obligation', id }}
            files={data.files}
            label={t('obligation.evidence')}
            attachLabel={t('obligation.attach')}
          />
        </div>
      </Section>
      <Decisions detail={data} />
      {locked ? (
        <PanelActions>
          <Button size="small" icon={<NoteIcon size={13} />} shortcut="E" onClick={() => setNoting(true)}>
            {t('obligation.note')}
          </Button>
          <Button size="small" icon={<CheckIcon size={13} />} shortcut="V" onClick={done}>
            {t('common:action.markDone')}
          </Button>
        </PanelActions>
      ) : null}
    </>
  );
};
