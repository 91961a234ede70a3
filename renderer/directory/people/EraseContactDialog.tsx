import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { momentWords } from '../../ui/window/whenWords.ts';

type Erased = Awaited<ReturnType<typeof client.exchange.eraseContact>>;

/** A person's contact data go for good, here and at every partner; then which backups still have them. */
export const EraseContactDialog = ({
  person,
  onClose,
}: {
  person: { id: string; name: string };
  onClose: () => void;
}) => {
  const { t } = useTranslation('directory');
  const { language } = useLanguage();
  const { run, running, error } = useActs();
  const [withName, setWithName] = useState(false);
  const [erased, setErased] = useState<Erased>();
  const erase = (): void =>
    void run(async () => setErased(await client.exchange.eraseContact({ personId: person.id, withName })));
  if (erased !== undefined)
    return (
      <Dialog open onClose={onClose} title={t('erase.doneTitle')} width={600}>
        <Notice tone="ok">{[t('erase.done'), erased.partners ? t('erase.partners') : ''].join(' ')}</Notice>
        {erased.backups.length === 0 ? null : (
          <>
            <p>{t('erase.backups')}</p>
            <p style={{ overflowWrap: 'anywhere', userSelect: 'text' }}>{erased.folder}</p>
            <ul style={{ margin: 0, paddingLeft: 20 }}>
              {erased.backups.map(({ ref, madeAt }) => (
                <li key={ref} style={{ overflowWrap: 'anywhere', userSelect: 'text' }}>
                  {ref}{' '}
                  <span className="soft small" style={{ whiteSpace: 'nowrap' }}>
                    {momentWords(madeAt, language)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('erase.title')}
      error={error}
      submitDanger
      submitting={running}
      submitLabel={t('erase.do')}
      onSubmit={erase}
    >
      <p>{t('erase.text', { name: person.name })}</p>
      <Checkbox label={t('erase.withName')} hint={t('erase.withNameHint')} checked={withName} onChange={setWithName} />
    </Dialog>
  );
};
