import { useTranslation } from 'react-i18next';
import { useWaitingFiles } from '../ui/core/openedFiles.ts';
import { Notice } from '../ui/Notice.tsx';
import { UnknownFiles } from '../ui/UnknownFiles.tsx';

/** Before a workspace is open: what was opened by double click waits for it, and is not lost. */
export const FilesWait = () => {
  const { t } = useTranslation('workspace');
  const files = useWaitingFiles().filter(({ kind }) => kind !== 'unknown' && kind !== 'workspace');
  return (
    <>
      <UnknownFiles />
      {files.length === 0 ? null : (
        <Notice>{t('start.filesWait', { count: files.length, name: files[0]?.name })}</Notice>
      )}
    </>
  );
};
