import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { SignedMinutes } from '../../../shared/contract/meetings.ts';
import { formatDay } from '../../../shared/dates.ts';
import { choiceBox, radioMark } from '../../ui/boxes.ts';
import { TextLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { momentWords } from '../../ui/window/whenWords.ts';

export type Signed = SignedMinutes['signatures'][number];

const Frame = styled('div')({
  ...choiceBox,
  ...radioMark(12, 12),
  fontSize: 13,
  lineHeight: 1.45,
  minWidth: 0,
  overflowWrap: 'anywhere',
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
