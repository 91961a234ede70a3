import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { sideBySide } from '../boxes.ts';
import { MarkedText } from './MarkedText.tsx';
import type { Run } from './wordDiff.ts';

/** Two values of one thing beside each other; one under the other where there is little room. */
export const Sides = styled('dl')({ ...sideBySide({ gap: 8, narrow: 700 }), margin: 0 });

const Frame = styled('div')({
  padding: '8px 11px 10px',
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '& > dt': { fontSize: 12, color: 'var(--soft)', marginBottom: 2 },
  '& > dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  // never by colour alone: the line under the words tells the sides apart too
  '& mark': {
    color: 'inherit',
    background: 'var(--green-soft)',
    borderRadius: 2,
    borderBottom: '1px solid var(--green)',
  },
  '&[data-lost]': { borderStyle: 'dashed' },
  '&[data-lost] mark': { background: 'var(--amber-soft)', borderBottom: '1px dashed var(--amber)' },
});

/** One of the two: what it is, and its words, those marked that the other does not have. `lost`: it is not in force. */
export const Side = ({
  title,
  runs,
  lost = false,
  children,
}: {
  title: ReactNode;
  runs?: readonly Run[];
  lost?: boolean;
  children?: ReactNode;
}) => (
  <Frame data-lost={lost ? '' : undefined}>
    <dt>{title}</dt>
    <dd>{runs === undefined ? children : <MarkedText runs={runs} />}</dd>
  </Frame>
);
