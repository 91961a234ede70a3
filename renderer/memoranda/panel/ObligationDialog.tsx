import { useTranslation } from 'react-i18next';
import { addDays, type IsoDay } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/languages.ts';
import type { MemorandumDetail, ObligationRow } from '../../../shared/contract/memoranda.ts';
import { foldText } from '../../../shared/rules/fold.ts';
import { isPeriodic } from '../../../shared/rules/repetition.ts';
import { findTypedDates } from '../../../shared/rules/typedDates.ts';
import { repeatKinds, type RepeatKind } from '../../../shared/vocabulary.ts';
import { Button } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormGrid } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useRecordForm } from '../../ui/saved/useRecordForm.ts';
import { Select } from '../../ui/Select.tsx';
import { NumberField, TextArea } from '../../ui/TextInput.tsx';
import { useToday } from '../../ui/window/today.ts';

const noClause = 'none';
const none: RepeatKind = 'none';
const registers = {
  repeat: 'repetition',
  repeatDay: 'repetition',
  repeatFrom: 'repetition',
  repeatUntil: 'repetition',
};

/** The party that a paragraph names first: «Рада разом із Лігою готує …» is the council's. */
const partyOf = ({ partyRows }: MemorandumDetail, text: string): string | undefined => {
  const folded = foldText(text);
  const named = partyRows
    .map(({ id, shortName, name }) => ({
      id,
      at: Math.min(
        ...[shortName, name].filter(Boolean).map((words) => {
          // without its ending, which the case may change
          const stem = foldText(words).slice(0, Math.max(3, words.length - 2));
          const at = folded.indexOf(stem);
          return at < 0 ? Infinity : at;
        }),
      ),
    }))
    .toSorted((a, b) => a.at - b.at)[0];
  return named?.id;
};

/** The day that a paragraph names, whatever the day on which it is read: «упродовж десяти днів» is no due day of its own. */
const dueIn = (text: string, today: IsoDay, language: Language): IsoDay | null => {
  const later = new Set(findTypedDates(text, { today: addDays(today, 400), language }).map(({ day }) => day));
  const named = findTypedDates(text, { today, language }).filter(({ day }) => later.has(day));
  return (named.find(({ kind }) => kind === 'due') ?? named[0])?.day ?? null;
};

export type ObligationStart = { clauseId: string | null; text: string };

/** An obligation of a party: made of a paragraph, or written by hand; once, each period, or standing. */
export const ObligationDialog = (props: {
  memorandum: MemorandumDetail;
  /** The one to change; null: a new one. */
  row: ObligationRow | null;
  start: ObligationStart;
  onClose: () => void;
  onSaved: (id: string) => void;
}) => {
  const { memorandum, row, start, onClose, onSaved } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const { run, error, running } = useActs();
  const today = useToday();
  const form = useRecordForm({
    row,
    start: {
      partyId: row?.partyId ?? partyOf(memorandum, start.text) ?? '',
      clauseId: row?.clauseId ?? start.clauseId,
      text: row?.text ?? start.text,
      dueOn: row?.dueOn ?? dueIn(start.text, today, memorandum.language),
      repeat: row?.repeat ?? none,
      repeatDay: row?.repeatDay ?? null,
      repeatFrom: row?.repeatFrom ?? null,
      repeatUntil: row?.repeatUntil ?? null,
    },
    texts: { text: row?.text ?? '' },
    registers,
    add: (all) => client.memoranda.addObligation({ memorandumId: memorandum.id, ...all }),
    update: async (id, patch, base) => {
      await client.memoranda.updateObligation({ id, patch, base });
      return { id };
    },
    onKept: ({ id }) => onSaved(id),
  });
  const { value: draft, set, wrong } = form;
  const periodic = isPeriodic(draft.repeat);
  const save = (): void =>
    form.save({
      text: draft.text.trim(),
      dueOn: draft.repeat === 'none' ? draft.dueOn : null,
      repeatDay: periodic ? draft.repeatDay : null,
      repeatFrom: periodic ? draft.repeatFrom : null,
      repeatUntil: periodic ? draft.repeatUntil : null,
    });
  const remove = async (): Promise<void> => {
    if (row !== null && (await run(() => client.memoranda.removeObligation({ id: row.id }))) !== undefined) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      width={620}
      title={row === null ? t('obligation.add') : t('obligation.edit', { n: row.n })}
      submitting={form.saving || running}
      submitDisabled={draft.partyId === '' || draft.text.trim() === ''}
      error={form.error ?? error}
      onSubmit={save}
      actions={
        row === null ? undefined : (
          <Button variant="danger" onClick={() => void remove()}>
            {t('common:action.remove')}
          </Button>
        )
      }
    >
      {memorandum.partyRows.length === 0 ? <Notice tone="amber">{t('obligation.noParties')}</Notice> : null}
      <TextArea
        label={t('obligation.text')}
        required
        minRows={3}
        takesFocus
        value={draft.text}
        onChange={(text) => set({ text })}
        error={wrong('text')}
      />
      <FormGrid>
        <Select
          label={t('obligation.party')}
          required
          value={draft.partyId || null}
          onChange={(partyId) => set({ partyId })}
          error={wrong('partyId')}
          options={memorandum.partyRows.map(({ id, name, shortName }) => ({ value: id, label: shortName || name }))}
        />
        <Select
          label={t('obligation.clause')}
          value={draft.clauseId ?? noClause}
          onChange={(value) => set({ clauseId: value === noClause ? null : value })}
          error={wrong('clauseId')}
          options={[
            { value: noClause, label: t('obligation.noClause') },
            ...memorandum.clauses.map(({ id, number, heading }) => ({
              value: id,
              label: [number === null ? '' : `${number}.`, heading || t('outline.preamble')].filter(Boolean).join(' '),
            })),
          ]}
        />
        <Select
          label={t('obligation.repeat')}
          value={draft.repeat}
          onChange={(repeat) => set({ repeat })}
          error={wrong('repeat')}
          options={repeatKinds.map((value) => ({ value, label: t(`repeat.${value}`) }))}
        />
        {draft.repeat === 'none' ? (
          <DateField
            label={t('obligation.dueOn')}
            value={draft.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            error={wrong('dueOn')}
          />
        ) : null}
        {periodic ? (
          <>
            <NumberField
              label={t('obligation.repeatDay')}
              hint={t('obligation.repeatDayHint')}
              min={1}
              max={31}
              value={draft.repeatDay}
              onChange={(repeatDay) => set({ repeatDay })}
              error={wrong('repeatDay')}
            />
            <DateField
              label={t('obligation.repeatFrom')}
              value={draft.repeatFrom}
              onChange={(repeatFrom) => set({ repeatFrom })}
              error={wrong('repeatFrom')}
            />
            <DateField
              label={t('obligation.repeatUntil')}
              value={draft.repeatUntil}
              onChange={(repeatUntil) => set({ repeatUntil })}
              error={wrong('repeatUntil')}
            />
          </>
        ) : null}
      </FormGrid>
    </Dialog>
  );
};
