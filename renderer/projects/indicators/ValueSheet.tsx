import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorRow, IndicatorValueRow } from '../../../shared/contract/indicatorViews.ts';
import type { ProjectDetail } from '../../../shared/contract/projects.ts';
import { AppError } from '../../../shared/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox, type Option } from '../../ui/Combobox.tsx';
import { client } from '../../ui/core/client.ts';
import { trackSaving } from '../../ui/core/saving.ts';
import { TerritoryField } from '../../ui/directory/TerritoryField.tsx';
import { ChevronLeftIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { Grow, Tools } from '../../ui/Page.tsx';
import { usePeriodWords } from '../../ui/records/usePeriodWords.ts';
import { useSavedField, type SavedField } from '../../ui/saved/savedField.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useKeys } from '../../ui/window/keys.ts';
import { useLanguage } from '../../ui/window/language.ts';
import { useStatusKeys } from '../../ui/window/status.ts';
import { useToday } from '../../ui/window/today.ts';
import { figureIn, figureText, scaledOf } from '../fields/FigureField.tsx';
import { useKeyWords } from './useKeyWords.ts';
import { allValues, periodsOf, placeOfValue, placesOf, type Place } from './sheetOf.ts';

const rowHeight = 30;
const nameWidth = 220;
const cellWidth = 118;

const Scroller = styled('div')({
  flex: '1 0 200px',
  minHeight: 0,
  overflow: 'auto',
  background: 'var(--surface)',
  '& [role=row]': { display: 'flex', borderBottom: '1px solid var(--line)' },
  '& [role=columnheader], & [role=rowheader]': {
    flex: 'none',
    padding: '0 10px',
    display: 'flex',
    alignItems: 'center',
    fontSize: 12,
    fontWeight: 550,
    color: 'var(--soft)',
    background: 'var(--surface)',
    lineHeight: 1.2,
  },
  '& [role=rowheader]': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    fontSize: 13,
    color: 'var(--text)',
    borderRight: '1px solid var(--line)',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  },
  '& [role=gridcell]': { flex: 'none', borderRight: '1px solid var(--line)', position: 'relative' },
  '& input': {
    width: '100%',
    height: rowHeight - 1,
    border: 0,
    padding: '0 8px',
    background: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: 13,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  '& input:focus': { outline: '2px solid var(--ink)', outlineOffset: -2 },
  '& input[aria-invalid=true]': { background: 'var(--red-soft)', outlineColor: 'var(--red)' },
});

/** One value. Enter and ↑↓ take it and go on; ←→ go on at the ends of what is typed; Esc takes it back. */
const Cell = ({
  label,
  field,
  place,
  go,
  onWrong,
}: {
  label: string;
  field: SavedField<string>;
  place: { row: number; column: number };
  go: (row: number, column: number) => void;
  onWrong: (words: string) => void;
}) => {
  const { value, dirty, error, change, commit, revert } = useSavedField(field, (text) => text.trim());
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const { row, column } = place;
    const to: Record<string, [number, number] | undefined> = {
      Enter: [row + (event.shiftKey ? -1 : 1), column],
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowLeft: selectionStart === 0 ? [row, column - 1] : undefined,
      ArrowRight: selectionEnd === value.length ? [row, column + 1] : undefined,
    };
    const next = to[event.code];
    if (next !== undefined) {
      event.preventDefault();
      commit();
      go(...next);
    }
    if (event.code === 'Escape' && dirty) {
      event.preventDefault();
      event.stopPropagation();
      revert();
    }
  };
  return (
    <div role="gridcell" style={{ width: cellWidth }}>
      <input
        data-cell={`${place.row},${place.column}`}
        aria-label={label}
        aria-invalid={error === undefined ? undefined : true}
        title={error}
        inputMode="decimal"
        value={value}
        onChange={(event) => change(event.target.value)}
        onFocus={(event) => {
          event.target.select();
          onWrong(error === undefined ? '' : `${label}: ${error}`);
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {error === undefined ? null : (
        <span role="alert" className="unseen">
          {error}
        </span>
      )}
    </div>
  );
};

/** Which value of the feature the sheet is about; empty: not told apart. */
const KeyField = ({
  indicator,
  values,
  value,
  onChange,
}: {
  indicator: IndicatorRow;
  values: readonly IndicatorValueRow[];
  value: string;
  onChange: (key: string) => void;
}) => {
  const { t } = useTranslation('projects');
  const words = useKeyWords();
  const by = indicator.disaggregation;
  if (by === 'none') return null;
  const known = words.all(by);
  const own = [...new Set(values.map(({ key }) => key))].filter(
    (key) => key !== '' && !known.some((one) => one.key === key),
  );
  const options: Option[] = [
    ...known.map(({ key, name }) => ({ id: key, label: name })),
    ...own.map((key) => ({ id: key, label: key })),
  ];
  return (
    <div style={{ width: 230 }}>
      <Combobox
        label={t('indicators.key')}
        labelHidden
        placeholder={t('indicators.allKeys')}
        options={options}
        value={value === '' ? null : { id: value, label: words.name(by, value) }}
        onChange={(option) => onChange(option?.id ?? '')}
        {...(by === 'own' && {
          createLabel: (text: string) => t('indicators.ownKey', { text }),
          onCreate: onChange,
        })}
      />
    </div>
  );
};

/** The values of an indicator by territory and period, entered like in a spreadsheet. */
export const ValueSheet = ({
  project,
  indicator,
  onBack,
}: {
  project: ProjectDetail;
  indicator: IndicatorRow;
  onBack: () => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { language } = useLanguage();
  const today = useToday();
  const periodWords = usePeriodWords();
  const cache = useQueryClient();
  const query = allValues(project.id, indicator.id);
  const { data, error, refetch } = useQuery(query);
  const [added, setAdded] = useState<readonly Place[]>([]);
  const [key, setKey] = useState('');
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  useStatusKeys([
    { keys: ['Up', 'Down'], label: t('indicators.keys.row') },
    { keys: 'Enter', label: t('indicators.keys.next') },
    { keys: 'Esc', label: t('indicators.keys.back') },
  ]);
  useKeys({ Esc: onBack }, { inText: true });
  const values = useMemo(() => data ?? [], [data]);
  const at = useMemo(() => new Map(values.map((value) => [placeOfValue(value), value])), [values]);
  const periods = useMemo(() => periodsOf(project, indicator, values, today), [project, indicator, values, today]);
  const places = useMemo(() => placesOf(project, values, added, t('indicators.whole')), [project, values, added, t]);
  const virtual = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: 40,
  });
  if (data === undefined)
    return error === null ? <Waiting lines={8} /> : <ErrorNotice error={error} retry={() => void refetch()} />;

  const kind = scaledOf(indicator.decimals);
  const go = (row: number, column: number): void => {
    if (row < 0 || row >= places.length || column < 0 || column >= periods.length) return;
    virtual.scrollToIndex(row);
    const cell = () => scroller.current?.querySelector<HTMLInputElement>(`[data-cell="${row},${column}"]`);
    // At once where it is there: what is typed next belongs to it, not to the cell that is left.
    const here = cell();
    if (here) here.focus();
    else requestAnimationFrame(() => cell()?.focus());
  };
  const fieldOf = (territory: string, period: string): SavedField<string> => {
    const stored = at.get(placeOfValue({ territory, period, key }));
    return {
      name: `indicatorValue.${indicator.id}.${territory}.${period}.${key}`,
      stored: figureText(stored?.value ?? null, kind, language),
      base: { clock: null },
      save: async (text) => {
        const value = figureIn(text, kind);
        if (value === undefined) throw new AppError('figureUnreadable');
        const written = {
          indicatorId: indicator.id,
          period,
          territory,
          key,
          value,
          source: source.trim() || (stored?.source ?? ''),
          note: stored?.note ?? '',
        };
        const { id } = await trackSaving(client.projects.setValue(written));
        cache.setQueryData(query.queryKey, (now: IndicatorValueRow[] | undefined) => {
          const others = (now ?? []).filter((one) => placeOfValue(one) !== placeOfValue(written));
          const place = places.find(({ code }) => code === territory)?.name ?? '';
          return id === null
            ? others
            : [
                ...others,
                {
                  ...written,
                  id,
                  indicator: indicator.title,
                  place,
                  unit: indicator.unit,
                  decimals: indicator.decimals,
                },
              ];
        });
      },
    };
  };
  const addPlace = async (code: string | null): Promise<void> => {
    if (code === null) return;
    const found = await client.directory.territoryByCode({ code, language });
    setAdded((now) => [...now, { code, name: found?.name ?? code }]);
  };
  return (
    <>
      <Tools>
        <Button size="small" variant="bare" icon={<ChevronLeftIcon />} shortcut="Esc" onClick={onBack}>
          {t('indicators.toList')}
        </Button>
        <h2 style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {t('indicators.valuesOf', { name: `${indicator.number} ${indicator.title}`, unit: indicator.unit })}
        </h2>
        <Grow />
        <KeyField indicator={indicator} values={values} value={key} onChange={setKey} />
        <div style={{ width: 190 }}>
          <TextInput
            label={t('indicators.source')}
            labelHidden
            placeholder={t('indicators.source')}
            value={source}
            onChange={setSource}
          />
        </div>
        <div style={{ width: 230 }}>
          <TerritoryField
            label={t('indicators.addTerritory')}
            labelHidden
            value={null}
            onChange={(code) => void addPlace(code)}
          />
        </div>
      </Tools>
      {wrong === '' ? null : (
        <p className="small" style={{ color: 'var(--red)', padding: '4px 16px' }}>
          {wrong}
        </p>
      )}
      <Scroller
        ref={scroller}
        role="grid"
        aria-label={t('indicators.valuesOf', { name: indicator.title, unit: indicator.unit })}
        aria-rowcount={places.length + 1}
        aria-colcount={periods.length + 1}
      >
        <div
          style={{
            height: virtual.getTotalSize(),
            position: 'relative',
            minWidth: nameWidth + periods.length * cellWidth,
          }}
        >
          <div
            role="row"
            aria-rowindex={1}
            style={{ position: 'sticky', top: 0, zIndex: 2, height: 40, background: 'var(--surface)' }}
          >
            <span role="columnheader" style={{ width: nameWidth }}>
              {t('indicators.territory')}
            </span>
            {periods.map((period) => (
              <span
                key={period}
                role="columnheader"
                style={{ width: cellWidth, justifyContent: 'flex-end', textAlign: 'right' }}
              >
                {periodWords(period)}
              </span>
            ))}
          </div>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const place = places[index];
            if (place === undefined) return null;
            return (
              <div
                key={place.code}
                role="row"
                aria-rowindex={index + 2}
                style={{ position: 'absolute', top: start, height: rowHeight }}
              >
                <span
                  role="rowheader"
                  style={{ width: nameWidth, fontWeight: place.code === '' ? 600 : 450 }}
                  title={place.name}
                >
                  {place.name}
                </span>
                {periods.map((period, column) => (
                  <Cell
                    key={`${period} ${key}`}
                    label={`${place.name}, ${periodWords(period)}`}
                    field={fieldOf(place.code, period)}
                    place={{ row: index, column }}
                    go={go}
                    onWrong={setWrong}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </Scroller>
    </>
  );
};
