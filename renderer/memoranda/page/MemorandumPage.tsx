import { useQuery } from '@tanstack/react-query';
import { TextSelection } from '@tiptap/pm/state';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client, orpc } from '../../ui/core/client.ts';
import { idOf } from '../../ui/editor/recordIds.ts';
import { recordAtCaret } from '../../ui/editor/recordText.ts';
import { useEditorValue } from '../../ui/editor/useEditorValue.ts';
import { Meter } from '../../ui/Meter.tsx';
import { ErrorNotice, Notice } from '../../ui/Notice.tsx';
import { Grow, Page, Tools } from '../../ui/Page.tsx';
import { Section } from '../../ui/Panel.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { useMuchRoom } from '../../ui/window/room.ts';
import { say } from '../../ui/window/say.ts';
import { useStatusFact } from '../../ui/window/status.ts';
import { useReadiness, type Finding } from '../acts/Findings.tsx';
import { FieldPopover, type Filling } from '../fields/FieldPopover.tsx';
import { inputOf, meaningOf } from '../fields/fields.ts';
import { CaretLists } from '../paper/CaretLists.tsx';
import { entriesOf, paragraphsOf, paragraphText } from '../paper/convert.ts';
import { Paper } from '../paper/Paper.tsx';
import { goToClause, goToField, paragraphAtCaret } from '../paper/places.ts';
import type { SlashCommand } from '../paper/slashCommands.ts';
import { usePaper } from '../paper/usePaper.ts';
import { Amendments, scanKinds } from '../panel/Amendments.tsx';
import { Files } from '../panel/Files.tsx';
import { ObligationPanel } from '../panel/ObligationPanel.tsx';
import { Obligations } from '../panel/Obligations.tsx';
import { Parties } from '../panel/Parties.tsx';
import { TermBar } from '../panel/TermBar.tsx';
import { isLocked, stateTones } from '../states.ts';
import { askFor, type Ask } from './asks.ts';
import { Frame, useNarrow, type PaneName } from './Frame.tsx';
import { HeadActions, HeadChips } from './Head.tsx';
import { Lifecycle } from './Lifecycle.tsx';
import { Outline } from './Outline.tsx';
import { PageDialogs } from './PageDialogs.tsx';
import { useMainAct } from './useMainAct.ts';
import { useObligationPlace } from './useObligationPlace.ts';
import { usePaperKeys } from './usePaperKeys.ts';

/** How much of what the text asks for is filled in. */
const Filled = ({ id }: { id: string }) => {
  const { t } = useTranslation('memoranda');
  const readiness = useReadiness(id);
  if (readiness === undefined || readiness.fields === 0) return null;
  const { filled, fields } = readiness;
  const text = t('page.filled', { filled, count: fields });
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <span className="small soft">{text}</span>
      <span style={{ width: 90 }}>
        <Meter value={filled} max={fields} label={text} tone={filled === fields ? 'green' : 'ink'} />
      </span>
    </span>
  );
};

/** Why the text cannot be written in, and what can be done instead. */
const LockedNotice = ({
  memorandum,
  ask,
  reopen,
}: {
  memorandum: MemorandumDetail;
  ask: (ask: Ask) => void;
  reopen: () => void;
}) => {
  const { t } = useTranslation('memoranda');
  const { language } = useLanguage();
  const { status, signedOn, agreedOn, state } = memorandum;
  const day = (value: string | null): string => (value === null ? '' : formatDay(value, language));
  if (status === 'draft') return null;
  if (status === 'agreed') {
    return (
      <Notice
        tone="info"
        action={
          <Button size="small" onClick={reopen}>
            {t('act.reopen')}
          </Button>
        }
      >
        {t('page.agreedText', { date: day(agreedOn) })}
      </Notice>
    );
  }
  const amends = state === 'signed' || state === 'inForce';
  return (
    <Notice
      tone="info"
      action={
        amends ? (
          <Button size="small" onClick={() => ask({ kind: 'amendment', id: null })}>
            {t('amendment.new')}
          </Button>
        ) : undefined
      }
    >
      {t(amends ? 'page.signedText' : 'page.endedText', { date: day(signedOn) })}
      {memorandum.terminationReason === '' || status !== 'terminated' ? null : (
        <div>
          {t('page.terminatedText', { date: day(memorandum.terminatedOn), reason: memorandum.terminationReason })}
        </div>
      )}
    </Notice>
  );
};

const OneMemorandum = ({ memorandum }: { memorandum: MemorandumDetail }) => {
  const { t } = useTranslation(['memoranda', 'vocabulary', 'common']);
  const acts = useActs();
  const [search] = useSearchParams();
  const [ask, setAsk] = useState<Ask | null>(null);
  const [pane, setPane] = useState<PaneName>('paper');
  const [filling, setFilling] = useState<Filling | null>(null);
  const [obligationId, openObligation] = useObligationPlace(memorandum, () => setPane('facts'));
  const { id, editable } = memorandum;
  const { data: versions } = useQuery(orpc.memoranda.versions.queryOptions({ input: { id } }));
  useMuchRoom();
  const narrow = useNarrow();

  const fill = (next: Filling): void => {
    const meaning = meaningOf(next.key, memorandum);
    if (inputOf(meaning) !== null) setFilling(next);
    else if (meaning.kind === 'signing') say(t('fill.onSigning'));
    else if (meaning.kind === 'party') setAsk({ kind: 'party', party: meaning.party ?? null });
    else if (meaning.kind === 'parties') setAsk({ kind: 'party', party: memorandum.partyRows[0] ?? null });
    else if (meaning.kind === 'obligation')
      setAsk({ kind: 'obligation', row: null, start: { clauseId: null, text: '' } });
  };
  const main = useMainAct(memorandum, acts, setAsk);
  const keeper = usePaper(memorandum, obligationId, {
    onFill: ({ key, label, position, element }, typed) => fill({ key, label, position, element, typed }),
    onMark: (obligation) => openObligation(obligation),
  });
  const { editor } = keeper;
  const currentId = useEditorValue(editor, (state) => {
    const place = recordAtCaret(state);
    return place === undefined ? null : idOf(place.node);
  });
  const paperOf = (): HTMLElement | null => editor.view.dom.closest('[data-paper]');
  const showPaper = (then: () => void): void => {
    setPane('paper');
    requestAnimationFrame(then);
  };
  const openClause = (clauseId: string): void => showPaper(() => goToClause(editor, clauseId));
  const close = (): void => {
    setAsk(null);
    requestAnimationFrame(() => editor.view.focus());
  };

  const putHole = ({ key, position }: Filling, words: string): void => {
    if (position === null) return;
    const node = editor.state.doc.nodeAt(position);
    // what was filled in may have moved while the question stood open
    if (node?.type.name !== 'field' || node.attrs['key'] !== key) return;
    const transaction = editor.state.tr.replaceWith(position, position + 1, editor.schema.text(words, node.marks));
    editor.view.dispatch(
      transaction.setSelection(TextSelection.create(transaction.doc, position + words.length)).scrollIntoView(),
    );
  };
  const doneFilling = (step: -1 | 0 | 1): void => {
    const was = filling;
    // the popover is gone before the focus goes on, or it would take it back
    flushSync(() => setFilling(null));
    requestAnimationFrame(() => {
      const paper = paperOf();
      if (was === null || paper === null) return;
      const there = was.element.isConnected ? was.element : null;
      if (step !== 0 && goToField(paper, editor, step, there)) return;
      if (was.position === null) was.element.focus();
      else editor.view.focus();
    });
  };

  const addObligation = (): void => {
    const here = paragraphAtCaret(editor);
    const clause = here === null ? undefined : editor.state.doc.children.find((node) => idOf(node) === here.clauseId);
    const paragraph = clause === undefined || here === null ? undefined : paragraphsOf(clause)[here.paragraph];
    const text = paragraph === undefined ? '' : paragraphText(paragraph, memorandum.fieldValues).trim();
    setAsk({ kind: 'obligation', row: null, start: { clauseId: here?.clauseId ?? null, text } });
  };
  const addClause = (): void => setAsk({ kind: 'clause' });
  const at = currentId === null ? -1 : memorandum.clauses.findIndex((clause) => clause.id === currentId);
  const moveClause = (step: -1 | 1): void => {
    const to = at + step;
    if (currentId === null || at < 0 || to < 0 || to >= memorandum.clauses.length) return;
    void acts.run(() => client.memoranda.moveClause({ id: currentId, to }));
  };
  usePaperKeys({ keeper, editable, main, addClause, addObligation, moveClause });
  const commands = useRef({ addObligation, addClause, main });
  useLayoutEffect(() => {
    commands.current = { addObligation, addClause, main };
  });
  const onCommand = useCallback((command: SlashCommand): void => {
    if (command === 'obligation') commands.current.addObligation();
    if (command === 'clause') commands.current.addClause();
    if (command === 'sign') commands.current.main.run();
  }, []);
  const onGo = (finding: Finding): void => {
    const next = askFor(finding, memorandum);
    setAsk(next);
    if (next === null)
      showPaper(() => {
        goToClause(editor, finding.rowId);
        const paper = paperOf();
        if (paper !== null) goToField(paper, editor, 1);
      });
  };

  // the address can name an article to go to; a new one is gone to as soon as it has come
  const wanted = useRef(search.get('clause'));
  useEffect(() => {
    const clauseId = wanted.current;
    if (clauseId === null || !memorandum.clauses.some((clause) => clause.id === clauseId)) return;
    wanted.current = null;
    requestAnimationFrame(() => goToClause(editor, clauseId));
  }, [editor, memorandum.clauses]);
  useStatusFact(
    [t('page.edition', { n: (versions?.length ?? 0) + 1 }), t('page.words', { count: memorandum.words })].join(' · '),
  );
  const obligation =
    obligationId === null ? undefined : memorandum.obligationRows.find((row) => row.id === obligationId);
  const locked = isLocked(memorandum);
  return (
    <Page
      fill
      title={t('page.title')}
      windowTitle={memorandum.title}
      subtitle={[memorandum.title, memorandum.parties].filter(Boolean).join(' · ')}
      chips={<HeadChips memorandum={memorandum} />}
      actions={<HeadActions memorandum={memorandum} acts={acts} ask={setAsk} main={main} />}
    >
      <Tools>
        {narrow ? (
          <Chip tone={stateTones[memorandum.state]}>{t(`vocabulary:memorandumState.${memorandum.state}`)}</Chip>
        ) : (
          <Lifecycle state={memorandum.state} />
        )}
        <Grow />
        {locked ? null : <Filled id={id} />}
      </Tools>
      {acts.error === undefined ? null : (
        <div style={{ padding: '8px 16px' }}>
          <ErrorNotice error={acts.error} />
        </div>
      )}
      <Frame
        label={t('page.panes')}
        names={{ outline: t('outline.title'), paper: t('page.paperPane'), facts: t('page.facts') }}
        counts={{ outline: memorandum.clauses.length }}
        shown={pane}
        onShow={setPane}
        content={{
          outline: (
            <Outline
              memorandum={memorandum}
              currentId={currentId}
              acts={acts}
              onOpen={openClause}
              onTop={() => showPaper(() => paperOf()?.querySelector<HTMLElement>('[data-field]')?.focus())}
              onBottom={() =>
                showPaper(() => {
                  const details = paperOf()?.querySelector<HTMLElement>('[data-signatures]');
                  details?.scrollIntoView({ block: 'nearest' });
                  details?.querySelector<HTMLElement>('[data-field]')?.focus();
                })
              }
              onAdd={addClause}
            />
          ),
          paper: (
            <>
              <div style={{ background: 'var(--sunken)', padding: editable ? 0 : '10px 22px 0' }}>
                <LockedNotice
                  memorandum={memorandum}
                  ask={setAsk}
                  reopen={() => void acts.run(() => client.memoranda.reopen({ id }))}
                />
              </div>
              <Paper
                memorandum={memorandum}
                keeper={keeper}
                fill={fill}
                onTitle={(title) => acts.run(() => client.memoranda.update({ id, patch: { title } }))}
              />
              {editable ? <CaretLists memorandum={memorandum} keeper={keeper} onCommand={onCommand} /> : null}
            </>
          ),
          facts:
            obligation === undefined ? (
              <>
                <Parties
                  memorandum={memorandum}
                  onOpen={(party) => setAsk({ kind: 'party', party })}
                  onAdd={() => setAsk({ kind: 'party', party: null })}
                />
                <TermBar memorandum={memorandum} onEdit={() => setAsk({ kind: 'term' })} />
                <Obligations
                  memorandum={memorandum}
                  currentId={obligationId}
                  onOpen={openObligation}
                  onAdd={addObligation}
                />
                {locked ? (
                  <>
                    <Amendments
                      memorandum={memorandum}
                      onOpen={(one) => setAsk({ kind: 'amendment', id: one.id })}
                      onNew={() => setAsk({ kind: 'amendment', id: null })}
                    />
                    <Section title={t('scans.title')}>
                      <Files
                        owner={{ entity: 'memorandum', id }}
                        files={memorandum.scans}
                        label={t('scans.title')}
                        attachLabel={t('scans.attach')}
                        accept={scanKinds}
                      />
                    </Section>
                  </>
                ) : (
                  <p
                    className="soft small"
                    style={{ padding: '12px 14px', marginTop: 'auto', borderTop: '1px solid var(--line)' }}
                  >
                    {t('scans.later')}
                  </p>
                )}
              </>
            ) : (
              <ObligationPanel
                key={obligation.id}
                memorandum={memorandum}
                id={obligation.id}
                onClose={() => {
                  openObligation(null);
                  requestAnimationFrame(() => editor.view.focus());
                }}
                onEdit={() => setAsk({ kind: 'obligation', row: obligation, start: { clauseId: null, text: '' } })}
              />
            ),
        }}
      />
      {filling === null ? null : (
        <FieldPopover
          key={`${filling.key} ${filling.position ?? ''}`}
          memorandum={memorandum}
          filling={filling}
          onHole={putHole}
          onDone={doneFilling}
        />
      )}
      <PageDialogs
        memorandum={memorandum}
        ask={ask}
        close={close}
        onGo={onGo}
        clauseAt={at < 0 || entriesOf(editor.state.doc).length === 0 ? null : at + 1}
        onClauseAdded={(clauseId) => {
          setAsk(null);
          wanted.current = clauseId;
        }}
        onObligationSaved={() => close()}
      />
    </Page>
  );
};

/** One memorandum: its text on the paper, its articles at the left, its facts at the right. */
export const MemorandumPage = () => {
  const { id = '' } = useParams();
  const { data, error } = useQuery(orpc.memoranda.get.queryOptions({ input: { id } }));
  if (data === undefined) return error === null ? <Waiting lines={8} /> : <ErrorNotice error={error} />;
  return <OneMemorandum key={data.id} memorandum={data} />;
};
