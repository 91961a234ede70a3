import { styled } from '@mui/material/styles';

/** How a cell looks: filled held, outlined planned, a dot nothing; a cross where the community has nothing at all. */
export type MarkLook = 'held' | 'planned' | 'none' | 'never';

const Shape = styled('i')({
  display: 'block',
  flex: 'none',
  width: 16,
  height: 12,
  borderRadius: 3,
  border: '1.5px solid var(--ink)',
  '&[data-look=held]': { background: 'var(--ink)' },
  '&[data-look=planned]': { background: 'var(--surface)' },
  '&[data-look=none]': { width: 4, height: 4, borderRadius: 2, border: 0, background: 'var(--edge)' },
  '&[data-look=never]': {
    width: 9,
    height: 9,
    border: 0,
    borderRadius: 0,
    background:
      'linear-gradient(45deg, transparent 43%, var(--red) 43%, var(--red) 57%, transparent 57%), linear-gradient(-45deg, transparent 43%, var(--red) 43%, var(--red) 57%, transparent 57%)',
  },
  '@media print': {
    printColorAdjust: 'exact',
    // not every printer draws gradients so fine
    '&[data-look=never]': { background: 'none', display: 'grid', placeItems: 'center' },
    '&[data-look=never]::before': { content: '"×"', color: 'var(--red)', font: '700 15px/9px var(--font)' },
  },
  '@media (forced-colors: active)': {
    forcedColorAdjust: 'none',
    '&[data-look=held]': { background: 'CanvasText', borderColor: 'CanvasText' },
    '&[data-look=planned]': { background: 'Canvas', borderColor: 'CanvasText' },
    '&[data-look=none]': { background: 'CanvasText' },
  },
});

export const Mark = ({ look }: { look: MarkLook }) => <Shape data-look={look} aria-hidden="true" />;
