import type { ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../shared/languages.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Choice.tsx';
import { changePreferences, usePreferences } from '../ui/core/preferences.ts';
import { Card } from '../ui/Panel.tsx';
import { Select } from '../ui/Select.tsx';
import { appearanceChoices, setAppearance, useAppearance } from '../ui/window/appearance.ts';
import { useLanguage } from '../ui/window/language.ts';

const Row = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 5,
  alignItems: 'flex-start',
  '& > span': { fontSize: 12, fontWeight: 550, color: 'var(--soft)' },
  '& > p': { fontSize: 12, color: 'var(--soft)' },
});

/** A strip of choices under its name. */
const Choice = ({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) => (
  <Row>
    <span aria-hidden="true">{name}</span>
    {children}
    {hint === undefined ? null : <p>{hint}</p>}
  </Row>
);

const minutes = ['0', '5', '10', '15', '30', '60', '120'] as const;
const navigations = ['wide', 'slim'] as const;

/** What holds for this computer, whichever workspace is open. */
export const WindowSettings = () => {
  const { t } = useTranslation('workspace');
  const { language, setLanguage } = useLanguage();
  const { choice } = useAppearance();
  const preferences = usePreferences();
  const lock = String(preferences?.lockAfterMinutes ?? 0);
  const choices = minutes.some((one) => one === lock) ? minutes : [...minutes, lock];
  return (
    <Card aria-label={t('settings.part.window')} sx={{ display: 'flex', flexDirection: 'column', gap: '16px' }}>
      <Choice name={t('settings.language.label')} hint={t('settings.language.hint')}>
        <Segmented
          label={t('settings.language.label')}
          value={language}
          onChange={setLanguage}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </Choice>
      <Choice name={t('settings.theme.label')}>
        <Segmented
          label={t('settings.theme.label')}
          value={choice}
          onChange={setAppearance}
          options={appearanceChoices.map((one) => ({ value: one, label: t(`settings.theme.${one}`) }))}
        />
      </Choice>
      <Choice name={t('settings.navigation.label')}>
        <Segmented
          label={t('settings.navigation.label')}
          value={preferences?.navigation ?? 'wide'}
          onChange={(navigation) => void changePreferences({ navigation })}
          options={navigations.map((one) => ({ value: one, label: t(`settings.navigation.${one}`) }))}
        />
      </Choice>
      <div style={{ maxWidth: 280 }}>
        <Select
          label={t('settings.lock.label')}
          hint={t('settings.lock.hint')}
          value={lock}
          onChange={(next) => void changePreferences({ lockAfterMinutes: Number(next) })}
          options={choices.map((one) => ({
            value: one,
            label: one === '0' ? t('settings.lock.never') : t('settings.lock.minutes', { count: Number(one) }),
          }))}
        />
      </div>
      <Checkbox
        label={t('settings.notice.on')}
        hint={t('settings.notice.hint')}
        checked={preferences?.dailyNotice ?? true}
        onChange={(dailyNotice) => void changePreferences({ dailyNotice })}
      />
    </Card>
  );
};
