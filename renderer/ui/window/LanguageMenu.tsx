import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../../shared/languages.ts';
import { Menu } from '../Menu.tsx';
import { useLanguage } from './language.ts';

const LanguageChip = styled('button')({
  height: 22,
  padding: '0 8px',
  borderRadius: 11,
  border: 0,
  fontSize: 12,
  fontWeight: 550,
  background: 'var(--fill)',
  color: 'var(--soft)',
  cursor: 'pointer',
});

/** Chooses the language of the interface. */
export const LanguageMenu = () => {
  const { t } = useTranslation('app');
  const { language, setLanguage } = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <LanguageChip
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${t('language.short')}: ${t('language.change')}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('language.short')}
      </LanguageChip>
      <Menu
        label={t('language.change')}
        place={anchor === null ? null : { element: anchor }}
        onClose={() => setAnchor(null)}
        items={languages.map((one) => ({
          id: one,
          label: languageNames[one],
          checked: one === language,
          run: () => setLanguage(one),
        }))}
      />
    </>
  );
};
