import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FolderStatus } from '../../shared/contract/exchange.ts';
import { Button } from '../ui/Button.tsx';
import { useActs } from '../ui/core/acts.ts';
import { client } from '../ui/core/client.ts';
import { canChooseFolders, pickFolder } from '../ui/core/files.ts';
import { FolderIcon } from '../ui/icons.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Section } from '../ui/Panel.tsx';
import { PanelRows } from '../ui/PanelHead.tsx';
import { readExchangeAgain } from './readAgain.ts';
import { useExchangeWords } from './useExchangeWords.ts';

/** As `viche --help` writes it. */
const chooseCommand = 'viche exchange folder --file F.viche --set PATH';

/** How a folder is chosen where the page cannot ask for one. */
const Elsewhere = () => {
  const { t } = useTranslation('exchange');
  return (
    <>
      <p className="soft small">{t('folder.elsewhere')}</p>
      <code className="small" style={{ overflowWrap: 'anywhere' }}>
        {chooseCommand}
      </code>
    </>
  );
};

/** The exchange folder: where it is, how it fares, and what lies there for us. */
export const FolderSection = ({ folder }: { folder: FolderStatus }) => {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const words = useExchangeWords();
  const { run, running, error } = useActs();
  const choose = (): void =>
    void run(async () => {
      const place = await pickFolder();
      if (place !== null) await client.exchange.setFolder({ place: place.ticket });
      await readExchangeAgain();
    });
  return (
    <Section title={t('folder.title')}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
        {folder.folder === null ? (
          <>
            <p className="soft small">{t('folder.none')}</p>
            {canChooseFolders ? (
              <div>
                <Button size="small" icon={<FolderIcon />} onClick={choose}>
                  {t('folder.choose')}
                </Button>
              </div>
            ) : (
              <Elsewhere />
            )}
          </>
        ) : (
          <>
            <p style={{ overflowWrap: 'anywhere' }}>{folder.folder}</p>
            <p className="soft small">
              {[
                folder.watching && folder.trouble === null ? t('folder.watching') : '',
                folder.checkedAt === null ? '' : t('folder.checked', { when: words.moment(folder.checkedAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
              <Button
                size="small"
                waiting={running}
                onClick={() => void run(() => client.exchange.syncFolder().then(readExchangeAgain))}
              >
                {t('folder.sync')}
              </Button>
              {folder.trouble !== null && canChooseFolders ? (
                <Button size="small" onClick={choose}>
                  {t('folder.other')}
                </Button>
              ) : null}
              <Button
                size="small"
                onClick={() => void run(() => client.exchange.setFolder({ place: null }).then(readExchangeAgain))}
              >
                {t('folder.stop')}
              </Button>
            </div>
          </>
        )}
        {folder.waiting.length === 0 ? null : (
          <>
            <h3 className="small">{t('folder.waiting')}</h3>
            <PanelRows>
              {folder.waiting.map(({ ref, agency, name, bytes, since }) => (
                <li key={ref}>
                  <button
                    type="button"
                    onClick={() => void navigate('/exchange/receive', { state: { source: { waiting: ref }, name } })}
                  >
                    {agency}
                    <small>{[name, words.size(bytes), words.moment(since)].join(' · ')}</small>
                  </button>
                </li>
              ))}
            </PanelRows>
          </>
        )}
        <ErrorNotice error={error} />
        {folder.trouble === null || canChooseFolders ? null : <Elsewhere />}
      </div>
    </Section>
  );
};
