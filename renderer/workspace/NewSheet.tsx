import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../shared/contract/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { useKeys } from '../ui/window/keys.ts';
import { RecoverySheetView } from './RecoverySheetView.tsx';

/** The sheet of a workspace just made; work begins when it has been printed, or put off knowingly. */
export const NewSheet = ({ sheet, agency, onDone }: { sheet: RecoverySheet; agency: string; onDone: () => void }) => {
  const { t } = useTranslation('workspace');
  const [printed, setPrinted] = useState(false);
  useKeys({
    'Ctrl+Enter': () => {
      if (printed) onDone();
    },
  });
  return (
    <Card aria-label={t('recovery.title')} sx={{ maxWidth: 760 }}>
      <CardTitle>{t('recovery.title')}</CardTitle>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        <Notice tone="ok">{t('first.made')}</Notice>
        <p>{t('recovery.text')}</p>
        <RecoverySheetView sheet={sheet} agency={agency} printed={printed} onPrinted={setPrinted} />
        <div className="noPrint" style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
          {printed ? null : (
            <Button variant="bare" onClick={onDone}>
              {t('first.later')}
            </Button>
          )}
          <Button variant="primary" disabled={!printed} shortcut="Ctrl+Enter" onClick={onDone}>
            {t('first.begin')}
          </Button>
        </div>
      </div>
    </Card>
  );
};
