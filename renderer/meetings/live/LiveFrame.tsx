import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

const Frame = styled('div')({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '262px minmax(0, 1fr) 278px',
  flex: 1,
  minHeight: 0,
  '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)' },
});

const Pane = styled('section')({
  overflow: 'auto',
  background: 'var(--surface)',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
});

const Side = styled(Pane, { shouldForwardProp: (name) => name !== 'side' && name !== 'drawn' })<{
  side: 'left' | 'right';
  drawn: boolean;
}>(({ side, drawn }) => ({
  [side === 'left' ? 'borderRight' : 'borderLeft']: '1px solid var(--line)',
  // narrow, or at 200 %: a drawer over the words
  '@media (max-width: 900px)': {
    display: drawn ? 'flex' : 'none',
    position: 'absolute',
    top: 0,
    bottom: 0,
    [side]: 0,
    width: 'min(300px, 85%)',
    zIndex: 5,
    boxShadow: 'var(--shadow)',
  },
}));

const Strip = styled('div')({
  display: 'none',
  '@media (max-width: 900px)': {
    display: 'flex',
    gap: 6,
    padding: '4px 10px',
    borderBottom: '1px solid var(--line)',
    background: 'var(--surface)',
    justifyContent: 'space-between',
  },
});

export type Drawer = 'left' | 'right' | null;

/** The three panes of the minutes; where it is narrow the outer two are drawers, opened from a strip or by their keys. */
export const LiveFrame = (props: {
  left: ReactNode;
  leftLabel: string;
  right: ReactNode;
  rightLabel: string;
  label: string;
  drawer: Drawer;
  setDrawer: (drawer: Drawer) => void;
  children: ReactNode;
}) => {
  const { drawer, setDrawer } = props;
  const toggle = (side: 'left' | 'right') => (): void => setDrawer(drawer === side ? null : side);
  return (
    <Frame>
      <Strip>
        <Button size="small" expanded={drawer === 'left'} onClick={toggle('left')}>
          {props.leftLabel}
        </Button>
        <Button size="small" expanded={drawer === 'right'} shortcut="F4" onClick={toggle('right')}>
          {props.rightLabel}
        </Button>
      </Strip>
      <Side side="left" drawn={drawer === 'left'} aria-label={props.leftLabel}>
        {props.left}
      </Side>
      <Pane aria-label={props.label}>{props.children}</Pane>
      <Side side="right" drawn={drawer === 'right'} aria-label={props.rightLabel} data-attendance="">
        {props.right}
      </Side>
    </Frame>
  );
};
