import { styled } from '@mui/material/styles';
import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityKind } from '../../../../shared/vocabulary.ts';
import { useKeys, type KeyHandler } from '../../../ui/window/keys.ts';
import { useStatusKeys } from '../../../ui/window/status.ts';
import { useKindWords } from '../../useKindWords.ts';
import { useWidth } from '../../fields/useWidth.ts';
import { cellWidth, District } from './District.tsx';
import {
  commonEnd,
  hasCountries,
  inColumns,
  moved,
  placesOf,
  steps,
  type CoverageDistrict,
  type Step,
} from './places.ts';

const gap = 20;
/** What the name of a community needs at least. */
const nameWidth = 118;
/** Up to so many communities everything is drawn at once. */
const few = 300;

const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  padding: '0 14px 8px',
  fontSize: 13,
  lineHeight: '19px',
  '@media (max-width: 900px), print': { overflow: 'visible' },
});

const Columns = styled('div')({ display: 'flex', gap, alignItems: 'flex-start' });

const ColumnHead = styled('div')({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  height: 22,
  background: 'var(--surface)',
  color: 'var(--soft)',
  fontSize: 12,
  '@media print': { position: 'static' },
});

const KindHead = styled('span')({ flex: 'none', width: cellWidth, textAlign: 'center' });

const KindList = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 14px',
  listStyle: 'none',
  margin: '8px 0 0',
  padding: 0,
  fontSize: 12,
  color: 'var(--soft)',
});

export type ChosenCell = { territory: string; kind: number };

/**
 * Communities × kinds of activity, by district in columns. The arrows go from cell to cell and on into the column
 * beside, PageUp and PageDown from district to district; Enter opens, N plans.
 */
export const Matrix = (props: {
  districts: readonly CoverageDistrict[];
  kinds: readonly ActivityKind[];
  /** How many of all communities an activity of each kind has reached. */
  reached: readonly number[];
  all: number;
  chosen: ChosenCell | null;
  onChoose: (cell: ChosenCell) => void;
  onOpen: (cell: ChosenCell) => void;
  onPlan: (cell: ChosenCell) => void;
}) => {
  const { districts, kinds, chosen, onChoose } = props;
  const { t } = useTranslation('projects');
  const names = useKindWords();
  const [box, width] = useWidth();
  const grid = useRef<HTMLDivElement>(null);
  const columnWidth = nameWidth + kinds.length * cellWidth;
  const count = Math.max(1, Math.min(4, Math.floor((width + gap) / (columnWidth + gap))));
  const columns = useMemo(() => inColumns(districts, count), [districts, count]);
  const places = useMemo(() => placesOf(columns), [columns]);
  const look = useMemo(() => {
    const never = districts.reduce((sum, { rows }) => sum + rows.filter((one) => one.never).length, 0);
    const all = districts.reduce((sum, { rows }) => sum + rows.length, 0);
    return { end: commonEnd(districts), tinted: never * 2 <= all };
  }, [districts]);
  const eager = places.length <= few;
  const row = places.findIndex(({ territory }) => territory === chosen?.territory);
  const current = row < 0 ? null : chosen;
  const first = places[0];
  const tabStop = current ?? (first === undefined ? null : { territory: first.territory, kind: 0 });

  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current || current === null) return;
    wantsFocus.current = false;
    grid.current
      ?.querySelector<HTMLElement>(`[data-territory="${CSS.escape(current.territory)}"] [data-kind="${current.kind}"]`)
      ?.focus();
  }, [current]);

  const go = (step: Step): void => {
    const spot = moved(places, kinds.length, { row: Math.max(0, row), kind: tabStop?.kind ?? 0 }, step);
    const place = places[spot.row];
    if (place === undefined) return;
    wantsFocus.current = true;
    onChoose({ territory: place.territory, kind: spot.kind });
  };
  const cellAt = ({ target }: MouseEvent | FocusEvent | { target: EventTarget }): ChosenCell | null => {
    const element = target instanceof Element ? target : null;
    const territory = element?.closest<HTMLElement>('[data-territory]')?.dataset['territory'];
    const kind = element?.closest<HTMLElement>('[data-kind]')?.dataset['kind'];
    return territory === undefined || kind === undefined ? null : { territory, kind: Number(kind) };
  };
  const withCurrent =
    (act: (cell: ChosenCell) => void): KeyHandler =>
    () => {
      if (tabStop === null) return false;
      act(tabStop);
      return true;
    };
  useKeys(
    {
      ...Object.fromEntries(steps.map((step) => [step, (): void => go(step)])),
      Enter: withCurrent(props.onOpen),
      N: withCurrent(props.onPlan),
    },
    { scope: grid },
  );
  useStatusKeys([
    { keys: ['Up', 'Down', 'Left', 'Right'], label: t('coverage.key.cell') },
    { keys: ['PageUp', 'PageDown'], label: t('coverage.key.district') },
    { keys: 'Enter', label: t('coverage.key.open') },
    { keys: 'N', label: t('coverage.key.plan') },
    { keys: ['Ctrl+1', 'Ctrl+9'], label: t('coverage.key.view') },
  ]);
  const inDistrict = (cell: ChosenCell | null, code: string): ChosenCell | null => {
    const place = cell === null ? undefined : places.find(({ territory }) => territory === cell.territory);
    return place?.district === code ? cell : null;
  };
  return (
    <Scroller>
      <div ref={box}>
        <Columns
          ref={grid}
          role="grid"
          aria-label={t('coverage.title')}
          aria-colcount={kinds.length + 1}
          onFocus={(event) => {
            const cell = cellAt(event);
            if (cell !== null && (cell.territory !== current?.territory || cell.kind !== current.kind)) onChoose(cell);
          }}
          onDoubleClick={(event) => {
            const cell = cellAt(event);
            if (cell !== null) props.onOpen(cell);
          }}
        >
          {columns.map((column, at) => (
            <div key={column[0]?.code ?? at} role="presentation" style={{ flex: 1, minWidth: 0 }}>
              <ColumnHead role="row" aria-hidden={at === 0 ? undefined : true}>
                <span role="columnheader" className="cut" style={{ flex: 1 }}>
                  {t(columns.flat().every(hasCountries) ? 'coverage.country' : 'coverage.community')}
                </span>
                {kinds.map((kind) => (
                  <KindHead key={kind} role="columnheader" aria-label={names.name(kind)} title={names.name(kind)}>
                    {names.short(kind)}
                  </KindHead>
                ))}
              </ColumnHead>
              {column.map((district) => (
                <District
                  key={district.code}
                  district={district}
                  kinds={kinds}
                  current={inDistrict(current, district.code)}
                  tabStop={inDistrict(tabStop, district.code)}
                  look={look}
                  eager={eager}
                />
              ))}
            </div>
          ))}
        </Columns>
        <KindList>
          {kinds.map((kind, at) => (
            <li key={kind}>
              <b style={{ fontWeight: 600 }}>{names.short(kind)}</b> {names.name(kind)}{' '}
              {t('coverage.reachedOf', { reached: props.reached[at] ?? 0, all: props.all })}
            </li>
          ))}
        </KindList>
      </div>
    </Scroller>
  );
};
