import { styled } from '@mui/material/styles';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { underHeading } from '../../../../shared/rules/placeNames.ts';
import type { ActivityKind } from '../../../../shared/vocabulary.ts';
import { useKindWords, type KindWords } from '../../useKindWords.ts';
import { Mark } from './marks.tsx';
import { headHeight, rowHeight, type CoverageCell, type CoverageDistrict, type CoverageRow } from './places.ts';

export const cellWidth = 24;
/** The last digits of a territory's code are its own in the whole list. */
const codeEnd = 5;

const Head = styled('div')({
  display: 'flex',
  alignItems: 'flex-end',
  gap: 8,
  height: headHeight,
  paddingBottom: 3,
  borderBottom: '1px solid var(--line-strong)',
  fontWeight: 600,
  '& > span:last-of-type': { fontWeight: 450 },
});

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  height: rowHeight,
  borderBottom: '1px solid var(--line)',
  '&[data-never=tinted]': { background: 'var(--red-soft)', color: 'var(--red)' },
  '&[data-current]': { background: 'var(--ink-soft)', color: 'var(--ink-text)' },
});

const Cell = styled('div')({
  flex: 'none',
  width: cellWidth,
  height: rowHeight - 1,
  display: 'grid',
  placeItems: 'center',
  borderRadius: 4,
  cursor: 'pointer',
  '&:focus': { outline: '2px solid var(--ink)', outlineOffset: -1 },
  '&[data-chosen]': { outline: '2px solid var(--ink)', outlineOffset: -1 },
});

/** What holds for all districts of a matrix; the same object as long as it says the same. */
export type DistrictLook = {
  /** The word that is left out at the end of names, with its space. */
  end: string;
  /** Whether the row of a community that was never reached is coloured: not where it is most of them. */
  tinted: boolean;
};

type StateWords = { held: string; planned: string; none: string; never: string };

/** The words of a cell: what it is about, its state, how many where there are several. */
const wordsOf = (
  { name, never }: CoverageRow,
  { state, held, planned }: CoverageCell,
  kind: string,
  words: StateWords,
): string => {
  const count = (word: string, n: number): string => (n > 1 ? `${word} ${n}` : word);
  const parts =
    state === 'none'
      ? [never ? words.never : words.none]
      : [held > 0 ? count(words.held, held) : '', planned > 0 ? count(words.planned, planned) : ''];
  return `${name}, ${kind}: ${parts.filter(Boolean).join(', ')}`;
};

const Community = memo(
  (props: {
    row: CoverageRow;
    /** The name of the district that it stands under. */
    heading: string;
    kinds: readonly ActivityKind[];
    names: KindWords;
    words: StateWords;
    look: DistrictLook;
    /** The kind of the chosen cell; −1: it is not in this row. */
    current: number;
    /** The kind of the cell that Tab leads to; −1: it is not in this row. */
    tabStop: number;
  }) => {
    const { row, heading, kinds, names, words, look, current, tabStop } = props;
    const { label, apart } = underHeading(row.name, heading);
    return (
      <Row
        role="row"
        data-never={row.never ? (look.tinted ? 'tinted' : 'plain') : undefined}
        data-current={current < 0 ? undefined : ''}
        data-territory={row.territory}
      >
        <span
          role="rowheader"
          title={`${row.name} · ${row.territory}`}
          style={{ flex: 1, display: 'flex', minWidth: 0 }}
        >
          <span className="cut">
            {label.endsWith(look.end) ? label.slice(0, label.length - look.end.length) : label}
          </span>
          {apart === '' ? null : (
            <span className="soft small" style={{ flex: 'none', alignSelf: 'center', marginLeft: 4 }}>
              {apart === row.territory ? apart.slice(-codeEnd) : apart}
            </span>
          )}
        </span>
        {kinds.map((kind, at) => {
          const cell = row.cells[at];
          if (cell === undefined) return null;
          return (
            <Cell
              key={kind}
              role="gridcell"
              tabIndex={at === tabStop ? 0 : -1}
              aria-label={wordsOf(row, cell, names.name(kind), words)}
              aria-selected={at === current}
              data-kind={at}
              data-chosen={at === current ? '' : undefined}
            >
              <Mark look={cell.state === 'none' && row.never ? 'never' : cell.state} />
            </Cell>
          );
        })}
      </Row>
    );
  },
);
Community.displayName = 'Community';

/** How far below and above the window a district is drawn before it comes into view, in pixels. */
const ahead = '900px 0px';

/** Whether it has come near the window once; of a small matrix everything is drawn at once. */
const useNear = (eager: boolean) => {
  const [near, setNear] = useState(eager);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (near || element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: ahead },
    );
    observer.observe(element);
    // paper has no window to come into
    const print = (): void => setNear(true);
    window.addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', print);
    };
  }, [near]);
  return { place, near: near || eager };
};

/** One district: its heading with how many of its communities were reached, and a row for each of them. */
export const District = memo(
  (props: {
    district: CoverageDistrict;
    kinds: readonly ActivityKind[];
    /** The chosen cell, where it is in this district. */
    current: { territory: string; kind: number } | null;
    tabStop: { territory: string; kind: number } | null;
    look: DistrictLook;
    eager: boolean;
  }) => {
    const { district, kinds, current, tabStop } = props;
    const { t } = useTranslation('projects');
    const names = useKindWords();
    const { place, near } = useNear(props.eager || current !== null || tabStop !== null);
    const { name, reached, all, rows } = district;
    const words: StateWords = {
      held: t('coverage.held'),
      planned: t('coverage.planned'),
      none: t('coverage.none'),
      never: t('coverage.never'),
    };
    const kindIn = (cell: typeof current, territory: string): number =>
      cell?.territory === territory ? cell.kind : -1;
    return (
      <div role="rowgroup" ref={place}>
        <Head role="row">
          <span
            role="gridcell"
            aria-colspan={kinds.length + 1}
            className="cut"
            style={{ flex: 1, display: 'flex', gap: 8 }}
          >
            <span className="cut" style={{ flex: 1 }} title={name}>
              {name}
            </span>
            <span style={{ fontWeight: 450 }} aria-label={t('coverage.reachedOfLong', { reached, all })}>
              {t('coverage.reachedOf', { reached, all })}
            </span>
          </span>
        </Head>
        {near ? (
          rows.map((row) => (
            <Community
              key={row.territory}
              row={row}
              heading={name}
              kinds={kinds}
              names={names}
              words={words}
              look={props.look}
              current={kindIn(current, row.territory)}
              tabStop={kindIn(tabStop, row.territory)}
            />
          ))
        ) : (
          <div style={{ height: rows.length * rowHeight }} />
        )}
      </div>
    );
  },
);
District.displayName = 'District';
