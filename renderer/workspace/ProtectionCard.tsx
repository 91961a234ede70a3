import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Segmented } from '../ui/Choice.tsx';
import { ComputerIcon, KeyIcon } from '../ui/icons.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import type { CardProps } from './AgencyCard.tsx';
import { PassphraseFields } from './PassphraseFields.tsx';

const SheetToCome = styled('div')({
  display: 'grid',
  gridTemplateColumns: '112px minmax(0, 1fr)',
  gap: 16,
  marginTop: 14,
  paddingTop: 14,
  borderTop: '1px solid var(--line)',
  fontSize: 13,
  lineHeight: 1.4,
});

const Leaf = styled('div')({
  height: 112,
  border: '1px solid var(--line-strong)',
  borderRadius: 3,
  background: 'var(--surface)',
  boxShadow: '0 2px 6px rgba(44,36,22,.12)',
  padding: 10,
  '& b': { display: 'block', fontSize: 10, color: 'var(--ink-text)', marginBottom: 6 },
  '& i': { display: 'block', height: 4, borderRadius: 2, background: 'var(--fill)', marginTop: 6 },
});

/** Step 2: what opens the file, and the promise of the sheet that opens it when that is forgotten. */
export const ProtectionCard = ({ form, change, missing, cardRef, keyStore }: CardProps & { keyStore: boolean }) => {
  const { t } = useTranslation(['workspace', 'common']);
  return (
    <Card ref={cardRef} aria-label={t('workspace:first.protection.title')}>
      <CardTitle number={2}>{t('workspace:first.protection.title')}</CardTitle>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
        {keyStore ? (
          <Segmented
            label={t('workspace:first.protection.by')}
            value={form.by}
            onChange={(by) => change({ by })}
            full
            options={[
              { value: 'passphrase', label: t('workspace:first.protection.passphrase'), icon: <KeyIcon /> },
              { value: 'keyStore', label: t('workspace:first.protection.store'), icon: <ComputerIcon /> },
            ]}
          />
        ) : null}
        {form.by === 'keyStore' ? (
          <p style={{ fontSize: 13 }}>{t('workspace:first.protection.storeText')}</p>
        ) : (
          <>
            <PassphraseFields
              label={t('workspace:first.protection.passphrase')}
              value={form.phrase}
              onChange={(phrase) => change({ phrase })}
              error={missing.includes('phrase') && form.phrase.phrase === '' ? t('common:msg.required') : undefined}
            />
            {keyStore ? (
              <Checkbox
                label={t('workspace:first.protection.remember')}
                checked={form.remember}
                onChange={(remember) => change({ remember })}
              />
            ) : null}
          </>
        )}
      </div>
      <SheetToCome>
        <Leaf aria-hidden="true">
          <b>{t('workspace:recovery.title')}</b>
          <i />
          <i />
          <i style={{ width: '80%' }} />
          <i />
          <i style={{ width: '60%' }} />
        </Leaf>
        <p>{t('workspace:first.protection.sheetText')}</p>
      </SheetToCome>
    </Card>
  );
};
