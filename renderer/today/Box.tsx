import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import { TextLink } from '../ui/Button.tsx';

const Frame = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  minWidth: 0,
  overflow: 'hidden',
  // Its lines look at the width that the card has: beside the wide navigation it is less than the window's.
  containerType: 'inline-size',
  '& > header': {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 8px',
    minHeight: 36,
    padding: '6px 12px',
  },
});

/** One card of the page: a heading, a soft count, a way to everything. */
export const Box = ({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: string | undefined;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <Frame aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count === undefined ? null : <span className="soft small">{count}</span>}
        <span style={{ flex: 1 }} />
        {action === undefined ? null : <span className="small">{action}</span>}
      </header>
      {children}
    </Frame>
  );
};

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '46px minmax(0, 1fr) auto',
  gap: '0 10px',
  alignItems: 'center',
  minHeight: 46,
  padding: '4px 12px',
  borderTop: '1px solid var(--line)',
  lineHeight: 1.3,
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
  '& a': { color: 'inherit', textDecoration: 'none' },
  '& a:hover': { textDecoration: 'underline', textUnderlineOffset: 2 },
});

const When = styled('span')({
  textAlign: 'center',
  fontSize: 11,
  color: 'var(--soft)',
  lineHeight: 1.15,
  '& b': { display: 'block', fontSize: 16, fontWeight: 650, color: 'var(--text)', whiteSpace: 'nowrap' },
  '&[data-near] b': { color: 'var(--amber)' },
});

const Rows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

const Nothing = styled('p')({ padding: '10px 12px', borderTop: '1px solid var(--line)', color: 'var(--soft)' });

/** Two lines about one thing: a figure with its word, title and second line, what to do with it. */
export const Entry = ({
  figure,
  under,
  near = false,
  to,
  title,
  second,
  end,
}: {
  figure: string;
  under: string;
  /** Its day is near: amber. */
  near?: boolean;
  to: string;
  title: string;
  second: ReactNode;
  end: ReactNode;
}) => (
  <Line>
    <When data-near={near ? '' : undefined}>
      <b>{figure}</b>
      {under}
    </When>
    <span style={{ minWidth: 0 }}>
      <span className="cut" style={{ display: 'block' }} title={title}>
        <TextLink to={to}>{title}</TextLink>
      </span>
      <small className="cut">{second}</small>
    </span>
    {end}
  </Line>
);

/** The entries of a card; as many grey lines as are usual until they are known, so that nothing jumps far. */
export const Entries = ({
  usual,
  none,
  children,
}: {
  /** Lines to leave room for while waiting. */
  usual: number;
  none: string;
  /** undefined: waiting. */
  children: ReactNode[] | undefined;
}) => {
  if (children === undefined) {
    return (
      <Rows aria-hidden="true">
        {Array.from({ length: usual }, (_, line) => (
          <Line key={line}>
            <Skeleton variant="rectangular" height={26} width={34} />
            <Skeleton variant="text" width="70%" />
          </Line>
        ))}
      </Rows>
    );
  }
  return children.length === 0 ? <Nothing>{none}</Nothing> : <Rows>{children}</Rows>;
};

/** The last line of a card: ways to what is not shown. */
export const Foot = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 12px',
  alignItems: 'center',
  minHeight: 30,
  padding: '4px 12px',
  borderTop: '1px solid var(--line)',
  background: 'var(--bg)',
  fontSize: 12,
});
