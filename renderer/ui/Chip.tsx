import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from './icons.tsx';

/** What a colour says: red overdue, refused, absent; amber near, waiting; green done, valid; ink selected, running; violet guest. */
export type Tone = 'neutral' | 'green' | 'amber' | 'red' | 'ink' | 'violet';

const toneColours: Record<Tone, { color: string; background: string }> = {
  neutral: { color: 'var(--soft)', background: 'var(--fill)' },
  green: { color: 'var(--green)', background: 'var(--green-soft)' },
  amber: { color: 'var(--amber)', background: 'var(--amber-soft)' },
  red: { color: 'var(--red)', background: 'var(--red-soft)' },
  ink: { color: 'var(--ink-text)', background: 'var(--ink-soft)' },
  violet: { color: 'var(--violet)', background: 'var(--violet-soft)' },
};

const ChipShape = styled('span', { shouldForwardProp: (name) => name !== 'tone' && name !== 'size' })<{
  tone: Tone;
  size: 'normal' | 'small';
}>(({ tone, size }) => ({
  display: 'inline-flex',
  flex: 'none',
  gap: 5,
  alignItems: 'center',
  height: size === 'small' ? 20 : 22,
  padding: size === 'small' ? '0 7px' : '0 8px',
  borderRadius: 11,
  fontSize: size === 'small' ? 11.5 : 12,
  lineHeight: 1,
  fontWeight: 550,
  whiteSpace: 'nowrap',
  maxWidth: '100%',
  minWidth: 0,
  // higher than the letters, or what hangs below the line is cut with what is too long
  '& > .cut': { lineHeight: '18px' },
  ...toneColours[tone],
}));

const dotColours: Record<Tone, string> = {
  neutral: 'var(--edge)',
  green: 'var(--green)',
  amber: 'var(--amber-fill)',
  red: 'var(--red)',
  ink: 'var(--ink)',
  violet: 'var(--violet)',
};

const DotShape = styled('i', { shouldForwardProp: (name) => name !== 'tone' && name !== 'hollow' })<{
  tone: Tone;
  hollow: boolean;
}>(({ tone, hollow }) => ({
  width: 8,
  height: 8,
  borderRadius: '50%',
  flex: 'none',
  display: 'inline-block',
  background: hollow ? 'transparent' : dotColours[tone],
  border: hollow ? `1.5px solid ${dotColours[tone]}` : 0,
}));

/** A mark beside a word; hollow for what has not begun. Never the only sign. */
export const Dot = ({ tone = 'neutral', hollow = false }: { tone?: Tone; hollow?: boolean }) => (
  <DotShape tone={tone} hollow={hollow} aria-hidden="true" />
);

export type ChipProps = {
  children: ReactNode;
  tone?: Tone;
  /** `small` is for grids. */
  size?: 'normal' | 'small';
  dot?: boolean;
  icon?: ReactNode;
};

/** A short word in a coloured capsule. */
export const Chip = ({ children, tone = 'neutral', size = 'normal', dot = false, icon }: ChipProps) => (
  <ChipShape className="chip" tone={tone} size={size}>
    {dot ? <Dot tone={tone} /> : null}
    {icon}
    <span className="cut">{children}</span>
  </ChipShape>
);

const FilterShape = styled('span')({
  display: 'inline-flex',
  flex: 'none',
  alignItems: 'center',
  height: 26,
  borderRadius: 13,
  border: '1px solid var(--line-strong)',
  background: 'var(--surface)',
  fontSize: 12,
  whiteSpace: 'nowrap',
  maxWidth: 320,
});

const FilterPart = styled(ButtonBase)({
  height: '100%',
  fontSize: 12,
  borderRadius: 13,
  '&:hover': { background: 'var(--bg)' },
  '&.Mui-focusVisible': { outline: '2px solid var(--ink)', outlineOffset: 1 },
});

/** A condition in force: *field: value ×*. Pressing the words changes it where `onOpen` is given. */
export const FilterChip = (props: {
  name: string;
  value: string;
  onRemove: () => void;
  onOpen?: (anchor: HTMLElement) => void;
}) => {
  const { t } = useTranslation('ui');
  const { name, value, onOpen, onRemove } = props;
  const words = (
    <span className="cut">
      {name}: <b style={{ fontWeight: 600 }}>{value}</b>
    </span>
  );
  return (
    <FilterShape>
      {onOpen === undefined ? (
        <span style={{ paddingLeft: 10, display: 'inline-flex', minWidth: 0 }}>{words}</span>
      ) : (
        <FilterPart sx={{ pl: '10px', pr: '2px', minWidth: 0 }} onClick={(event) => onOpen(event.currentTarget)}>
          {words}
        </FilterPart>
      )}
      <FilterPart sx={{ width: 24, flex: 'none' }} aria-label={t('filter.remove', { name })} onClick={onRemove}>
        <CloseIcon size={13} />
      </FilterPart>
    </FilterShape>
  );
};
