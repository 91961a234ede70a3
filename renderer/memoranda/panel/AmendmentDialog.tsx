import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { clauseChanges } from '../../../shared/vocabulary.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { useErrorText } from '../../ui/core/errors.ts';
import { useFieldError } from '../../ui/core/useFieldError.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { CloseIcon, EditIcon } from '../../ui/icons.tsx';
import { useRecordForm } from '../../ui/saved/useRecordForm.ts';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';
import type { AmendmentView } from './Amendments.tsx';

const Rows = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'flex',
    gap: 8,
    alignItems: 'flex-start',
    padding: '6px 0',
    borderTop: '1px solid var(--line)',
    fontSize: 13,
  },
  '& p': { color: 'var(--soft)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Change = AmendmentView['clauses'][number];
/** Words that nobody has typed yet are those that the article has. */
type Words = Pick<Change, 'change' | 'clauseId'> & { heading: string | undefined; text: string | undefined };
const atEnd = 'end';

/** What the amendment does with one article. */
const ChangeForm = (props: {
  memorandum: MemorandumDetail;
  amendmentId: string;
  change: Change | null;
  onDone: () => void;
}) => {
  const { memorandum, amendmentId, change, onDone } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const errorText = useErrorText();
  const first = memorandum.clauses.find(({ numbered }) => numbered) ?? memorandum.clauses[0];
  const form = useRecordForm<Words, object>({
    row: change,
    start: {
      change: change?.change ?? 'replaces',
      clauseId: change === null ? (first?.id ?? null) : change.clauseId,
      heading: change?.heading,
      text: change?.text,
    },
    texts: { text: change?.text ?? '' },
    add: (all) =>
      client.memoranda.addAmendedClause({ ...all, heading: all.heading ?? '', text: all.text ?? '', amendmentId }),
    update: (id, patch, base) => client.memoranda.updateAmendedClause({ id, patch, base }),
    onKept: onDone,
  });
  const { set, wrong } = form;
  const { change: kind, clauseId } = form.value;
  const clause = memorandum.clauses.find(({ id }) => id === clauseId);
  // a replaced article begins with the words that it has
  const from = kind === 'replaces' ? (clause?.amended ?? clause) : undefined;
  const heading = form.value.heading ?? from?.heading ?? '';
  const text = form.value.text ?? from?.text ?? '';
  const save = (): void =>
    form.save(kind === 'repeals' ? { heading: '', text: '' } : { heading: heading.trim(), text: text.trim() });
  return (
    <div style={{ display: 'grid', gap: 10, padding: 12, background: 'var(--bg)', borderRadius: 6 }}>
      <FormGrid>
        <Select
          label={t('amendment.what')}
          value={kind}
          onChange={(value) => set({ change: value })}
          options={clauseChanges.map((value) => ({ value, label: t(`amendment.change.${value}`) }))}
        />
        <Select
          label={kind === 'adds' ? t('amendment.after') : t('obligation.clause')}
          value={clauseId ?? atEnd}
          onChange={(value) => set({ clauseId: value === atEnd ? null : value })}
          error={wrong('clauseId')}
          options={[
            ...memorandum.clauses.map((one) => ({
              value: one.id,
              label: [one.number === null ? '' : `${one.number}.`, one.heading || t('outline.preamble')]
                .filter(Boolean)
                .join(' '),
            })),
            ...(kind === 'adds' ? [{ value: atEnd, label: t('amendment.atEnd') }] : []),
          ]}
        />
        {kind === 'repeals' ? null : (
          <>
            <TextInput
              label={t('amendment.heading')}
              full
              value={heading}
              onChange={(typed) => set({ heading: typed })}
              error={wrong('heading')}
            />
            <TextArea
              label={t('amendment.text')}
              hint={t('amendment.textHint')}
              full
              minRows={4}
              takesFocus
              value={text}
              onChange={(typed) => set({ text: typed })}
              error={wrong('text')}
            />
          </>
        )}
      </FormGrid>
      {form.error === undefined ? null : (
        <p role="alert" style={{ color: 'var(--red)', fontSize: 12 }}>
          {errorText(form.error)}
        </p>
      )}
      <span style={{ display: 'flex', gap: 6 }}>
        <Button size="small" variant="primary" waiting={form.saving} onClick={save}>
          {t('amendment.keepChange')}
        </Button>
        <Button size="small" onClick={onDone}>
          {t('common:action.cancel')}
        </Button>
      </span>
    </div>
  );
};

/** An amendment: its name, what it changes, and its signing. A signed one is only read. */
export const AmendmentDialog = (props: {
  memorandum: MemorandumDetail;
  /** Null: a new one, made when it has a name. */
  id: string | null;
  onClose: () => void;
}) => {
  const { memorandum, onClose } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const { at: wrong, rest } = useFieldError(error, ['title', 'number', 'on', 'startsOn']);
  const today = useToday();
  const [id, setId] = useState(props.id);
  const amendment = memorandum.amendments.find((one) => one.id === id);
  const [usualTitle] = useState(() => t('amendment.usualTitle', { n: memorandum.amendments.length + 1 }));
  // with the clock of what stood there when typing began
  const [typed, setTyped] = useState<{ title: string; clock: string | undefined }>();
  const title = typed?.title ?? amendment?.title ?? usualTitle;
  const [editing, setEditing] = useState<Change | 'new' | null>(null);
  const [number, setNumber] = useState<string>(String(memorandum.amendments.length + (props.id === null ? 1 : 0)));
  const [on, setOn] = useState<string | null>(today);
  const [startsOn, setStartsOn] = useState<string | null>(null);
  const signed = amendment?.status === 'signed';
  const nameOf = (clauseId: string | null): string => {
    const clause = memorandum.clauses.find((one) => one.id === clauseId);
    if (clause === undefined) return t('amendment.atEnd');
    return [clause.number === null ? '' : `${clause.number}.`, clause.heading || t('outline.preamble')]
      .filter(Boolean)
      .join(' ');
  };
  const keepTitle = async (): Promise<void> => {
    const words = title.trim();
    if (words === '' || amendment === undefined || words === amendment.title) return;
    const base = { title: { clock: typed?.clock ?? null } };
    const kept = await run(() => client.memoranda.updateAmendment({ id: amendment.id, patch: { title: words }, base }));
    // what was typed meanwhile is a draft of its own
    if (kept !== undefined) setTyped((now) => (now === typed ? undefined : now));
  };
  const make = async (): Promise<void> => {
    const made = await run(() => client.memoranda.addAmendment({ memorandumId: memorandum.id, title: title.trim() }));
    if (made === undefined) return;
    setId(made.id);
    setEditing('new');
  };
  const sign = async (): Promise<void> => {
    if (id === null || on === null) return;
    await keepTitle();
    const done = await run(() => client.memoranda.signAmendment({ id, on, number: number.trim(), startsOn }));
    if (done !== undefined) onClose();
  };
  const remove = async (): Promise<void> => {
    if (id !== null && (await run(() => client.memoranda.removeAmendment({ id }))) !== undefined) onClose();
  };
  const submit =
    id === null
      ? { run: () => void make(), label: t('common:action.create'), off: title.trim() === '' }
      : signed
        ? undefined
        : { run: () => void sign(), label: t('common:action.sign'), off: on === null || editing !== null };
  return (
    <Dialog
      open
      onClose={() => {
        void keepTitle();
        onClose();
      }}
      width={680}
      title={id === null ? t('amendment.new') : t('amendment.one')}
      submitting={running}
      submitDisabled={submit?.off}
      submitLabel={submit?.label}
      onSubmit={submit?.run}
      error={rest}
      actions={
        id === null || signed ? undefined : (
          <Button variant="danger" onClick={() => void remove()}>
            {t('common:action.remove')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('amendment.name')}
        required
        takesFocus={id === null}
        readOnly={signed}
        value={title}
        onChange={(words) => setTyped({ title: words, clock: typed?.clock ?? amendment?.clocks['title'] })}
        onBlur={() => void keepTitle()}
        error={wrong('title')}
      />
      {amendment === undefined ? null : (
        <>
          <Rows aria-label={t('amendment.changes')}>
            {amendment.clauses.map((one) => (
              <li key={one.id}>
                <span style={{ flex: 1, minWidth: 0 }}>
                  <b style={{ fontWeight: 600 }}>
                    {t(`amendment.change.${one.change}`)}: {nameOf(one.clauseId)}
                  </b>
                  {one.heading === '' ? null : <p>{one.heading}</p>}
                  {one.text === '' ? null : <p>{one.text}</p>}
                </span>
                {signed ? null : (
                  <>
                    <IconButton
                      size="small"
                      label={t('amendment.editChange', { name: nameOf(one.clauseId) })}
                      icon={<EditIcon size={13} />}
                      onClick={() => setEditing(one)}
                    />
                    <IconButton
                      size="small"
                      label={t('amendment.removeChange', { name: nameOf(one.clauseId) })}
                      icon={<CloseIcon size={13} />}
                      onClick={() => void run(() => client.memoranda.removeAmendedClause({ id: one.id }))}
                    />
                  </>
                )}
              </li>
            ))}
          </Rows>
          {editing === null ? (
            signed ? null : (
              <span>
                <Button size="small" onClick={() => setEditing('new')}>
                  {t('amendment.addChange')}
                </Button>
              </span>
            )
          ) : (
            <ChangeForm
              key={editing === 'new' ? 'new' : editing.id}
              memorandum={memorandum}
              amendmentId={amendment.id}
              change={editing === 'new' ? null : editing}
              onDone={() => setEditing(null)}
            />
          )}
          {signed ? null : (
            <FormGrid columns={3}>
              <TextInput label={t('sign.number')} value={number} onChange={setNumber} error={wrong('number')} />
              <DateField label={t('sign.on')} value={on} onChange={setOn} error={wrong('on')} />
              <DateField
                label={t('sign.startsOn')}
                hint={t('sign.startsHint')}
                value={startsOn}
                onChange={setStartsOn}
                error={wrong('startsOn')}
              />
            </FormGrid>
          )}
        </>
      )}
    </Dialog>
  );
};
