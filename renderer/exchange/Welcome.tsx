import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { KeyIcon } from '../ui/icons.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Page, PageContent } from '../ui/Page.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { useKeys } from '../ui/window/keys.ts';
import { readExchangeAgain } from './readAgain.ts';

/** The first visit: what the exchange is, and the one act that it begins with. */
export const Welcome = () => {
  const { t } = useTranslation(['exchange', 'common']);
  const { run, running, error } = useActs();
  const make = (): void =>
    void run(async () => {
      await client.exchange.makeKeys();
      await readExchangeAgain();
    });
  useKeys({ 'Ctrl+Enter': running ? undefined : make });
  return (
    <Page title={t('common:area.exchange')}>
      <PageContent width={680}>
        <Card>
          <CardTitle>{t('first.title')}</CardTitle>
          <p>{t('first.what')}</p>
          <p style={{ margin: '8px 0 16px' }}>{t('first.keys')}</p>
          <Button variant="primary" icon={<KeyIcon />} shortcut="Ctrl+Enter" waiting={running} onClick={make}>
            {t('first.make')}
          </Button>
        </Card>
        <ErrorNotice error={error} />
      </PageContent>
    </Page>
  );
};
