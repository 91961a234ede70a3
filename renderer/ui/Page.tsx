import { styled } from '@mui/material/styles';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from './core/bridge.ts';

const Frame = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  height: '100%',
  '@media print': { display: 'block', height: 'auto' },
});

const Head = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 51,
  flex: 'none',
  padding: '6px 16px',
  borderBottom: '1px solid var(--line)',
  background: 'var(--surface)',
  flexWrap: 'wrap',
  rowGap: 6,
  '& h1': { whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
});

const ToolsRow = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 40,
  flex: 'none',
  padding: '6px 16px',
  borderBottom: '1px solid var(--line)',
  background: 'var(--surface)',
  flexWrap: 'wrap',
});

const Body = styled('div', { shouldForwardProp: (name) => name !== 'fill' })<{ fill: boolean }>(({ fill }) => ({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  overflow: fill ? 'hidden' : 'auto',
  // a low window, 200 % zoom: what keeps its height does not fit, and nothing may be out of reach
  '@media screen and (max-height: 560px)': { overflow: 'auto' },
  '@media print': { display: 'block', overflow: 'visible' },
}));

/** Pushes what follows to the right end. */
export const Grow = styled('span')({ flex: 1 });

/** Gives way before the chips and the buttons do: it is cut before they go to a second line. */
const Subtitle = styled('span')({ flex: '1 1 90px' });

/** The row of filters and views under the head. */
export const Tools = ({ children }: { children: ReactNode }) => <ToolsRow>{children}</ToolsRow>;

export type PageProps = {
  title: ReactNode;
  /** What the window's title says; needed when `title` is not plain text. */
  windowTitle?: string | undefined;
  subtitle?: ReactNode;
  /** State chips, before the actions. */
  chips?: ReactNode;
  /** Buttons at the right end; at most one primary. */
  actions?: ReactNode;
  /** The content scrolls by itself (panes, grids), the page does not. */
  fill?: boolean;
  children: ReactNode;
};

/** The frame of every page: a head of 51 with the title and the actions, below it the content. */
export const Page = ({ title, windowTitle, subtitle, chips, actions, fill = false, children }: PageProps) => {
  const { t } = useTranslation('common');
  // a browser writes titles into its history on the disk: there the window says no more than the program's name
  const words = bridge === undefined ? undefined : (windowTitle ?? (typeof title === 'string' ? title : undefined));
  useEffect(() => {
    const name = t('app.name');
    document.title = words === undefined ? name : `${words} · ${name}`;
    // nothing of a record stays in the title of a locked window
    return () => {
      document.title = name;
    };
  }, [t, words]);
  return (
    <Frame>
      <Head>
        <h1>{title}</h1>
        {subtitle === undefined ? <Grow /> : <Subtitle className="soft cut">{subtitle}</Subtitle>}
        {chips}
        {actions}
      </Head>
      <Body fill={fill}>{children}</Body>
    </Frame>
  );
};

/** Content in the middle of a page: a readable width with air around. */
export const PageContent = styled('div', { shouldForwardProp: (name) => name !== 'width' })<{ width?: number }>(
  ({ width = 920 }) => ({
    width: '100%',
    maxWidth: width,
    padding: 16,
    display: 'flex',
    flexDirection: 'column',
    gap: 14,
  }),
);

const PanesGrid = styled('div')({
  display: 'grid',
  flex: 1,
  minHeight: 0,
  '@media (max-width: 900px)': { display: 'block', overflow: 'auto' },
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
  '@media (max-width: 900px)': { borderRight: 0, borderBottom: '1px solid var(--line)' },
});

export type PanesProps = {
  left?: ReactNode;
  leftLabel?: string;
  leftWidth?: number;
  label: string;
  children: ReactNode;
  right?: ReactNode;
  rightLabel?: string;
  rightWidth?: number;
};

/** Two or three columns that each scroll, by the keyboard too; one under the other where it is narrow (200 % zoom). */
export const Panes = ({ left, leftWidth = 262, children, right, rightWidth = 278, ...names }: PanesProps) => {
  const columns = [
    ...(left === undefined ? [] : [`${leftWidth}px`]),
    'minmax(0, 1fr)',
    ...(right === undefined ? [] : [`${rightWidth}px`]),
  ].join(' ');
  return (
    <PanesGrid style={{ gridTemplateColumns: columns }}>
      {left === undefined ? null : (
        <Pane aria-label={names.leftLabel} tabIndex={0}>
          {left}
        </Pane>
      )}
      <Pane aria-label={names.label} tabIndex={0}>
        {children}
      </Pane>
      {right === undefined ? null : (
        <Pane aria-label={names.rightLabel} tabIndex={0}>
          {right}
        </Pane>
      )}
    </PanesGrid>
  );
};
