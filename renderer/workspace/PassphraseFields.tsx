import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton, LinkButton } from '../ui/Button.tsx';
import { client } from '../ui/core/client.ts';
import { FormGrid } from '../ui/Field.tsx';
import { CheckIcon, EyeIcon, EyeOffIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { leastPassphrase, passphraseStrength, type Strength } from './passphraseStrength.ts';

const Bars = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, 1fr)',
  gap: 4,
  margin: '7px 0 4px',
  '& i': { height: 5, borderRadius: 3, background: 'var(--fill)' },
});

const colours = ['var(--faint)', 'var(--red)', 'var(--red)', 'var(--amber)', 'var(--green)', 'var(--green)'] as const;
const fills = ['var(--fill)', 'var(--red)', 'var(--red)', 'var(--amber-fill)', 'var(--green)', 'var(--green)'] as const;

const levels = [1, 2, 3, 4, 5] as const;

/** How strong the phrase is: five bars, the word for it, how many words and characters. */
const StrengthBar = ({ strength, onPropose }: { strength: Strength; onPropose: () => void }) => {
  const { t } = useTranslation('workspace');
  const { level, words, characters } = strength;
  return (
    <div>
      <Bars
        role="meter"
        aria-label={t('first.strength.label')}
        aria-valuemin={0}
        aria-valuemax={5}
        aria-valuenow={level}
      >
        {levels.map((bar) => (
          <i key={bar} style={bar <= level ? { background: fills[level] } : {}} />
        ))}
      </Bars>
      <div className="small" style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        <b style={{ color: colours[level], fontWeight: 650 }}>{t(`first.strength.level.${level}`)}</b>
        {level === 0 ? null : (
          <span className="soft">
            {t('first.strength.words', { count: words })}, {t('first.strength.characters', { count: characters })}
          </span>
        )}
        <span style={{ flex: 1 }} />
        <LinkButton onClick={onPropose}>{t('first.passphrase.propose')}</LinkButton>
      </div>
    </div>
  );
};

export type Phrase = { phrase: string; repeated: string };

/** Whether the phrase can be taken: long enough and typed twice alike. */
export const phraseReady = ({ phrase, repeated }: Phrase): boolean =>
  [...phrase.trim()].length >= leastPassphrase && phrase === repeated;

/** A new passphrase typed twice, with its strength, and words proposed by chance. */
export const PassphraseFields = ({
  value,
  onChange,
  label,
  error,
  takesFocus = false,
}: {
  value: Phrase;
  onChange: (value: Phrase) => void;
  label: string;
  error?: string | undefined;
  takesFocus?: boolean;
}) => {
  const { t } = useTranslation(['workspace', 'ui']);
  const { language } = useLanguage();
  const [seen, setSeen] = useState(false);
  const [proposed, setProposed] = useState<string>();
  const { phrase, repeated } = value;
  const short = phrase !== '' && [...phrase.trim()].length < leastPassphrase;
  const same = repeated !== '' && repeated === phrase;
  const type = seen ? 'text' : 'password';

  const propose = async (): Promise<void> => {
    const words = await client.workspace.proposePassphrase({ language });
    setProposed(words.passphrase);
    onChange({ phrase: words.passphrase, repeated: words.passphrase });
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 6 }}>
      <FormGrid>
        <TextInput
          label={label}
          type={type}
          autoComplete="new-password"
          spellCheck={false}
          required
          takesFocus={takesFocus}
          error={error ?? (short ? t('workspace:first.passphrase.tooShort', { min: leastPassphrase }) : undefined)}
          value={phrase}
          onChange={(text) => onChange({ phrase: text, repeated })}
          trailing={
            <IconButton
              size="small"
              label={seen ? t('ui:password.hide') : t('ui:password.show')}
              icon={seen ? <EyeOffIcon /> : <EyeIcon />}
              pressed={seen}
              onClick={() => setSeen(!seen)}
            />
          }
        />
        <TextInput
          label={t('workspace:first.passphrase.repeat')}
          type={type}
          autoComplete="new-password"
          spellCheck={false}
          required
          error={repeated !== '' && !phrase.startsWith(repeated) ? t('workspace:first.passphrase.differ') : undefined}
          value={repeated}
          onChange={(text) => onChange({ phrase, repeated: text })}
          trailing={
            same ? (
              <span style={{ color: 'var(--green)', display: 'flex' }}>
                <CheckIcon />
                <span className="unseen">{t('workspace:first.passphrase.same')}</span>
              </span>
            ) : null
          }
        />
      </FormGrid>
      <StrengthBar strength={passphraseStrength(phrase)} onPropose={() => void propose()} />
      {proposed === undefined || proposed !== phrase ? null : (
        <Notice>
          {t('workspace:first.passphrase.proposed')} <b style={{ fontWeight: 600 }}>{proposed}</b>
        </Notice>
      )}
    </div>
  );
};
