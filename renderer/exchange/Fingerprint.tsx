import { styled } from '@mui/material/styles';

const Groups = styled('ol')({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, max-content)',
  gap: '4px 18px',
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontVariantNumeric: 'tabular-nums',
  fontWeight: 600,
  letterSpacing: '0.04em',
  '&[data-size=large]': { fontSize: 22, lineHeight: '32px', gap: '6px 26px' },
});

/** Thirty digits in six groups under their name, to be read aloud: three in a line. */
export const Fingerprint = ({
  label,
  value,
  size = 'normal',
}: {
  label: string;
  value: string;
  size?: 'normal' | 'large';
}) => (
  <div>
    <p className="soft small">{label}</p>
    <Groups aria-label={label} data-size={size}>
      {value.split(' ').map((group, at) => (
        <li key={`${at} ${group}`}>{group}</li>
      ))}
    </Groups>
  </div>
);
