import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { SignedMinutes } from '../../../shared/contract/meetings.ts';
import { formatDay } from '../../../shared/dates.ts';
import { TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { momentWords } from '../../ui/window/whenWords.ts';

export type Signed = SignedMinutes['signatures'][number];

const Frame = styled('div')({
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  background: 'var(--surface)',
  fontSize: 13,
  lineHeight: 1.45,
  minWidth: 0,
  overflowWrap: 'anywhere',
  '&:has(:checked)': { borderColor: 'var(--ink)', background: 'var(--ink-soft)' },
  '&:has(:focus-visible)': { outline: '2px solid var(--ink)', outlineOffset: 1 },
  '& > label': { display: 'block', padding: '9px 12px 4px 36px', position: 'relative', cursor: 'pointer' },
  '& > p': { padding: '0 12px 9px 36px', display: 'flex', flexWrap: 'wrap', gap: '2px 14px' },
  '& label > span': { display: 'block' },
  '& label > span:first-of-type': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 8px',
    fontWeight: 600,
    fontSize: 14,
  },
  '& input': {
    appearance: 'none',
    position: 'absolute',
    left: 12,
    top: 12,
    width: 15,
    height: 15,
    margin: 0,
    borderRadius: '50%',
    border: '1.5px solid var(--edge)',
    background: 'var(--surface)',
    outline: 'none',
  },
  '& input:checked': { border: '4.5px solid var(--ink)' },
  '@media (forced-colors: active)': { '& input': { appearance: 'auto' } },
});

/** One of the signed minutes to choose from: who signed what, when and where. */
export const SignatureCard = (props: {
  signed: Signed;
  meetingId: string;
  group: string;
  checked: boolean;
  onChoose: () => void;
  /** Enter on the choice. */
  onDecide: () => void;
}) => {
  const { signed, meetingId, group, checked, onChoose, onDecide } = props;
  const { t } = useTranslation(['meetings', 'common']);
  const { language } = useLanguage();
  const { id, number, signedOn, chairName, secretaryName, agency, by, at, inForce, intact, model } = signed;
  return (
    <Frame>
      <label>
        <input
          type="radio"
          name={group}
          value={id}
          checked={checked}
          onChange={onChoose}
          onKeyDown={(event) => (event.code === 'Enter' && !event.ctrlKey ? onDecide() : undefined)}
        />
        <span>
          {t('apart.of', { number, day: formatDay(signedOn, language) })}
          {inForce ? (
            <Chip size="small" tone="green">
              {t('apart.inForce')}
            </Chip>
          ) : null}
          {intact && model !== null ? null : (
            <Chip size="small" tone="red">
              {t('apart.damaged')}
            </Chip>
          )}
        </span>
        <span>
          {[agency, t('apart.signedBy', { name: by, at: momentWords(at, language) })].filter(Boolean).join(' · ')}
        </span>
        <span className="soft">
          {t('chair.chair')}: {chairName} · {t('chair.secretary')}: {secretaryName}
        </span>
      </label>
      <p>
        <TextLink to={`/meetings/${meetingId}/documents/minutes?signature=${id}`}>{t('apart.read')}</TextLink>
      </p>
    </Frame>
  );
};
