import { useTranslation } from 'react-i18next';
import { putAway, useWaitingFiles } from './core/openedFiles.ts';
import { ClosableNotice } from './Notice.tsx';

/** Says of files that were opened or dropped here what is wrong with them: they are none of ours. */
export const UnknownFiles = () => {
  const { t } = useTranslation('ui');
  const files = useWaitingFiles().filter(({ kind }) => kind === 'unknown');
  if (files.length === 0) return null;
  return (
    <ClosableNotice tone="amber" onClose={() => void putAway(files)}>
      {t('unknownFiles', { names: files.map(({ name }) => name).join(', ') })}
    </ClosableNotice>
  );
};
