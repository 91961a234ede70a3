/** Boxes beside each other, equally wide. One under the other where the window is at most `narrow` pixels wide. */
export const sideBySide = ({ columns = 2, gap, narrow }: { columns?: number; gap: number; narrow: number }) => ({
  display: 'grid',
  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
  gap,
  [`@media (max-width: ${narrow}px)`]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** A box that shows which one is chosen; `radioMark` stands in it. */
export const choiceBox = {
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  '&:has(:checked)': { borderColor: 'var(--ink)', background: 'var(--ink-soft)' },
  '&:has(:focus-visible)': { outline: '2px solid var(--ink)', outlineOffset: 1 },
} as const;

/** The radio button of a box, so many pixels from its edges; the system's own where it asks for its own colours. */
export const radioMark = (left: number, top: number) =>
  ({
    '& input': {
      appearance: 'none',
      position: 'absolute',
      left,
      top,
      width: 15,
      height: 15,
      margin: 0,
      borderRadius: '50%',
      border: '1.5px solid var(--edge)',
      background: 'var(--surface)',
      outline: 'none',
      cursor: 'inherit',
    },
    '& input:checked': { border: '4.5px solid var(--ink)' },
    '@media (forced-colors: active)': { '& input': { appearance: 'auto' } },
  }) as const;
