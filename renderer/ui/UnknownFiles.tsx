import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { putAway, useWaitingFiles } from './core/openedFiles.ts';
import { CloseIcon } from './icons.tsx';
import { Notice } from './Notice.tsx';

/** Says of files that were opened or dropped here what is wrong with them: they are none of ours. */
export const UnknownFiles = () => {
  const { t } = useTranslation(['ui', 'common']);
  const files = useWaitingFiles().filter(({ kind }) => kind === 'unknown');
  if (files.length === 0) return null;
  return (
    <Notice
      tone="amber"
      action={
        <IconButton
          size="small"
          label={t('common:action.close')}
          icon={<CloseIcon />}
          onClick={() => void putAway(files)}
        />
      }
    >
      {t('ui:unknownFiles', { names: files.map(({ name }) => name).join(', ') })}
    </Notice>
  );
};
