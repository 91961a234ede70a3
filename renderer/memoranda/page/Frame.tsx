import { styled } from '@mui/material/styles';
import { useEffect, useState, type ReactNode } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: '232px minmax(0, 1fr) 312px',
  flex: 1,
  minHeight: 0,
});

const Pane = styled('section')({
  overflow: 'auto',
  borderRight: '1px solid var(--line)',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  '&:last-of-type': { borderRight: 0 },
  '&:focus-visible': { outlineOffset: -2 },
  '&[hidden]': { display: 'none' },
});

const Column = styled('div')({ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' });

export const panes = ['outline', 'paper', 'facts'] as const;
export type PaneName = (typeof panes)[number];

const narrow = '(max-width: 960px)';

/** Whether there is room for one pane only, as at 200 %. */
export const useNarrow = (): boolean => {
  const [is, setIs] = useState(() => window.matchMedia(narrow).matches);
  useEffect(() => {
    const query = window.matchMedia(narrow);
    const follow = (): void => setIs(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return is;
};

/** The three panes of a memorandum; where it is narrow one at a time, under tabs. All stay on the page. */
export const Frame = (props: {
  label: string;
  names: Record<PaneName, string>;
  counts?: Partial<Record<PaneName, ReactNode>>;
  content: Record<PaneName, ReactNode>;
  shown: PaneName;
  onShow: (pane: PaneName) => void;
}) => {
  const { names, content, shown } = props;
  const isNarrow = useNarrow();
  if (!isNarrow) {
    return (
      <Grid>
        {panes.map((pane) => (
          <Pane key={pane} data-pane={pane} aria-label={names[pane]} tabIndex={pane === 'paper' ? undefined : 0}>
            {content[pane]}
          </Pane>
        ))}
      </Grid>
    );
  }
  return (
    <Column>
      <Tabs
        label={props.label}
        id="memorandumPane"
        value={shown}
        onChange={props.onShow}
        tabs={panes.map((value) => ({ value, label: names[value], count: props.counts?.[value] }))}
      />
      {panes.map((pane) => (
        <Pane
          key={pane}
          data-pane={pane}
          role="tabpanel"
          id={`memorandumPane-panel-${pane}`}
          aria-labelledby={`memorandumPane-${pane}`}
          hidden={pane !== shown}
          style={{ flex: 1 }}
        >
          {content[pane]}
        </Pane>
      ))}
    </Column>
  );
};
