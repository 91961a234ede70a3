import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { pickFiles, type PickedFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';

export const FileList = styled('ul')({
  listStyle: 'none',
  margin: '0 0 4px',
  padding: 0,
  fontSize: 13,
  '& li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 26, minWidth: 0 },
  '& li > svg': { flex: 'none', color: 'var(--soft)' },
  '& li > span, & li > button:first-of-type': { minWidth: 0, overflowWrap: 'anywhere' },
});

/** Files that will go with what is being written down. */
export const Files = ({
  files,
  onChange,
}: {
  files: readonly PickedFile[];
  onChange: (files: PickedFile[]) => void;
}) => {
  const { t } = useTranslation('decisions');
  const { run, error, running } = useActs();
  const add = async (): Promise<void> => {
    const picked = await run(() => pickFiles({ multiple: true }));
    if (picked !== undefined) onChange([...files, ...picked]);
  };
  return (
    <div>
      {files.length === 0 ? null : (
        <FileList aria-label={t('evidence.title')}>
          {files.map((file) => (
            <li key={file.ticket}>
              <AttachIcon size={13} />
              <span>{file.name}</span>
              <IconButton
                size="small"
                label={t('evidence.remove', { name: file.name })}
                icon={<CloseIcon size={13} />}
                onClick={() => onChange(files.filter(({ ticket }) => ticket !== file.ticket))}
              />
            </li>
          ))}
        </FileList>
      )}
      <Button size="small" icon={<AttachIcon size={13} />} waiting={running} onClick={() => void add()}>
        {t('evidence.attach')}
      </Button>
      <ErrorNotice error={error} />
    </div>
  );
};
