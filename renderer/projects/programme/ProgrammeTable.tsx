import { styled } from '@mui/material/styles';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { programmeView, ProgrammeTaskView } from '../../../shared/contract/moneyViews.ts';
import { AppError } from '../../../shared/errors.ts';
import { client } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { MenuButton } from '../../ui/Menu.tsx';
import { recordFields } from '../../ui/saved/recordFields.ts';
import { useSavedField, type SavedField } from '../../ui/saved/savedField.ts';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { figureIn, figureText } from '../fields/FigureField.tsx';
import { thousandsOf } from './thousands.ts';

type Programme = z.infer<typeof programmeView>;

const Frame = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  '&:focus-visible': { outlineOffset: -2 },
  '& table': { borderCollapse: 'collapse', minWidth: '100%', fontSize: 13, background: 'var(--surface)' },
  '& th, & td': { border: '1px solid var(--line)', verticalAlign: 'top', padding: 0 },
  '& th': {
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    background: 'var(--bg)',
    padding: '5px 8px',
    textAlign: 'left',
    position: 'sticky',
    top: 0,
    zIndex: 1,
  },
  '& tfoot td': { padding: '6px 8px', fontWeight: 600, textAlign: 'right', background: 'var(--bg)' },
  '& tfoot td:first-of-type': { textAlign: 'left' },
  '@media print': { overflow: 'visible' },
});

const Words = styled('textarea')({
  display: 'block',
  width: '100%',
  minHeight: 44,
  border: 0,
  padding: '5px 8px',
  margin: 0,
  resize: 'none',
  background: 'transparent',
  font: 'inherit',
  color: 'inherit',
  fieldSizing: 'content',
  '&:focus': { outline: '2px solid var(--ink)', outlineOffset: -2 },
  '&[aria-invalid=true]': { background: 'var(--red-soft)' },
});

const Wrong = styled('div')({ color: 'var(--red)', fontSize: 12, padding: '0 8px 4px' });

/** A cell that saves itself when it is left; Esc takes back what was typed. */
const Cell = ({ label, field, align }: { label: string; field: SavedField<string>; align?: 'right' }) => {
  const { value, dirty, error, change, commit, revert } = useSavedField(field, (text) => text.trim());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code === 'Escape' && dirty) {
      event.preventDefault();
      revert();
    }
    // figures are one line: Enter takes them
    if (event.code === 'Enter' && align === 'right' && !event.ctrlKey) {
      event.preventDefault();
      commit();
    }
  };
  return (
    <td>
      <Words
        aria-label={label}
        aria-invalid={error === undefined ? undefined : true}
        rows={1}
        value={value}
        style={{ textAlign: align }}
        onChange={(event) => change(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {error === undefined ? null : <Wrong role="alert">{error}</Wrong>}
    </td>
  );
};

const Row = ({
  task,
  index,
  count,
  programme,
  years,
  refetch,
  onMove,
  onRemove,
}: {
  task: ProgrammeTaskView;
  index: number;
  count: number;
  programme: Programme;
  years: readonly number[];
  refetch: () => Promise<unknown>;
  onMove: (id: string, to: number) => void;
  onRemove: (id: string) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const { id, clocks, task: words, indicatorText, unit, measure, responsible, moneySource } = task;
  const field = recordFields({
    name: `programmeTask.${id}`,
    record: { task: words, indicatorText, unit, measure, responsible, moneySource },
    clocks,
    texts: ['task', 'measure'],
    write: (fields, base) => client.projects.updatePart({ id, patch: { part: 'programmeTask', fields }, base }),
    refetch,
  });
  const kind = thousandsOf(programme.currency);
  const yearField = (year: number, what: 'value' | 'amount'): SavedField<string> => {
    const stored = task.years.find((one) => one.year === year) ?? { value: '', amount: null };
    return {
      name: `programmeYear.${id}.${year}.${what}`,
      stored: what === 'value' ? stored.value : figureText(stored.amount, kind, language),
      base: { clock: null },
      save: async (text) => {
        const amount = what === 'amount' ? figureIn(text, kind) : stored.amount;
        if (amount === undefined) throw new AppError('figureUnreadable');
        const value = what === 'value' ? text : stored.value;
        await trackSaving(client.projects.setProgrammeYear({ taskId: id, year, value, amount }));
        await refetch();
      },
    };
  };
  const name = `${index + 1}`;
  const cell = (key: Parameters<typeof field>[0], label: string) => (
    <Cell label={t('programme.cell', { column: label, row: name })} field={field(key)} />
  );
  return (
    <tr data-task={id}>
      <td className="soft" style={{ padding: '5px 8px' }}>
        {name}
      </td>
      {cell('task', t('programme.task'))}
      {cell('indicatorText', t('programme.indicator'))}
      {cell('unit', t('programme.unit'))}
      {years.map((year) => (
        <Cell
          key={year}
          align="right"
          label={t('programme.cell', { column: t('programme.valueOf', { year }), row: name })}
          field={yearField(year, 'value')}
        />
      ))}
      {cell('measure', t('programme.measure'))}
      {cell('responsible', t('programme.responsible'))}
      {cell('moneySource', t('programme.source'))}
      {years.map((year) => (
        <Cell
          key={year}
          align="right"
          label={t('programme.cell', {
            column: t('programme.amountOf', { year, currency: programme.currency }),
            row: name,
          })}
          field={yearField(year, 'amount')}
        />
      ))}
      <td>
        <MenuButton
          size="small"
          iconOnly
          label={t('programme.moreOf', { row: name })}
          items={[
            {
              id: 'up',
              label: t('common:action.moveUp'),
              keys: 'Alt+Up',
              disabled: index === 0,
              run: () => onMove(id, index - 1),
            },
            {
              id: 'down',
              label: t('common:action.moveDown'),
              keys: 'Alt+Down',
              disabled: index === count - 1,
              run: () => onMove(id, index + 1),
            },
            'line',
            { id: 'remove', label: t('common:action.remove'), danger: true, run: () => onRemove(id) },
          ]}
        />
      </td>
    </tr>
  );
};

/** The tasks by rows, what each year is to bring and to cost by columns; every cell is edited where it stands. */
export const ProgrammeTable = ({
  programme,
  years,
  fresh,
  refetch,
  onMove,
  onRemove,
}: {
  programme: Programme;
  years: readonly number[];
  /** A task that was just added: its name takes the focus. */
  fresh: string | undefined;
  refetch: () => Promise<unknown>;
  onMove: (id: string, to: number) => void;
  onRemove: (id: string) => void;
}) => {
  const { t } = useTranslation('projects');
  const { language } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLElement | null>(null);
  const kind = thousandsOf(programme.currency);
  useEffect(() => {
    if (fresh === undefined) return;
    const first = frame.current?.querySelector<HTMLTextAreaElement>(`[data-task="${fresh}"] textarea`);
    first?.focus();
    first?.select();
  }, [fresh]);
  const moveBy = (by: number): void => {
    const cell = document.activeElement;
    const id = cell?.closest<HTMLElement>('[data-task]')?.dataset['task'];
    const to = programme.tasks.findIndex((task) => task.id === id) + by;
    if (id === undefined || to < 0 || to >= programme.tasks.length || !(cell instanceof HTMLElement)) return;
    held.current = cell;
    onMove(id, to);
  };
  useKeys({ 'Alt+Up': () => moveBy(-1), 'Alt+Down': () => moveBy(1) }, { scope: frame, inText: true });
  // a row that is moved on the page loses the focus of its cell
  useEffect(() => {
    if (document.activeElement === document.body) held.current?.focus();
    held.current = null;
  }, [programme.tasks]);
  const wide = { minWidth: 190 };
  const narrow = { minWidth: 84 };
  return (
    <Frame ref={frame} tabIndex={0} role="region" aria-label={t('programme.name')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('activity.col.number')}</th>
            <th scope="col" style={wide}>
              {t('programme.task')}
            </th>
            <th scope="col" style={wide}>
              {t('programme.indicator')}
            </th>
            <th scope="col" style={narrow}>
              {t('programme.unit')}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" style={narrow}>
                {t('programme.valueOf', { year })}
              </th>
            ))}
            <th scope="col" style={wide}>
              {t('programme.measure')}
            </th>
            <th scope="col" style={{ minWidth: 140 }}>
              {t('programme.responsible')}
            </th>
            <th scope="col" style={{ minWidth: 120 }}>
              {t('programme.source')}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" style={narrow}>
                {t('programme.amountOf', { year, currency: programme.currency })}
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {programme.tasks.map((task, index) => (
            <Row
              key={task.id}
              task={task}
              index={index}
              count={programme.tasks.length}
              programme={programme}
              years={years}
              refetch={refetch}
              onMove={onMove}
              onRemove={onRemove}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={7 + years.length}>{t('programme.total')}</td>
            {years.map((year) => (
              <td key={year}>
                {figureText(programme.totals.find((one) => one.year === year)?.amount ?? 0, kind, language)}
              </td>
            ))}
          </tr>
          {programme.sources.map(({ source, amount }) => (
            <tr key={source}>
              <td colSpan={7 + years.length} style={{ fontWeight: 450 }}>
                {t('programme.ofSource', { source: source || t('programme.noSource') })}
              </td>
              <td colSpan={Math.max(years.length, 1)} style={{ fontWeight: 450 }}>
                {figureText(amount, kind, language)}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </Frame>
  );
};
