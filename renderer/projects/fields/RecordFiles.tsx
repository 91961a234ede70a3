import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { pickFiles, takeFiles, type PickedFile } from '../../ui/core/files.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';
import { KeptFile } from './KeptFile.tsx';
import { Lines } from './Lines.ts';

/** Files kept with a record, and those that will be when the dialog is saved: opened, added, dropped, taken away. */
export const RecordFiles = ({
  files,
  picked,
  onPicked,
}: {
  files: readonly { id: string; name: string }[];
  picked: readonly PickedFile[];
  onPicked: (files: PickedFile[]) => void;
}) => {
  const { t } = useTranslation(['projects', 'common']);
  const { run, error, running } = useActs();
  const add = async (choose: () => Promise<PickedFile[]>): Promise<void> => {
    const chosen = await run(choose);
    if (chosen !== undefined) onPicked([...picked, ...chosen]);
  };
  return (
    <FileDrop onFiles={(transfer) => void add(() => takeFiles(transfer))}>
      <h3 className="soft small" style={{ margin: '0 0 3px', fontWeight: 550 }}>
        {t('money.files')}
      </h3>
      {files.length + picked.length === 0 ? null : (
        <Lines aria-label={t('money.files')} style={{ marginBottom: 4 }}>
          {files.map((file) => (
            <KeptFile key={file.id} file={file} removeLabel={t('money.fileRemove', { name: file.name })} run={run} />
          ))}
          {picked.map(({ ticket, name }) => (
            <li key={ticket}>
              <AttachIcon size={13} />
              <span className="words">{name}</span>
              <IconButton
                size="small"
                label={t('money.fileRemove', { name })}
                icon={<CloseIcon size={13} />}
                onClick={() => onPicked(picked.filter((one) => one.ticket !== ticket))}
              />
            </li>
          ))}
        </Lines>
      )}
      <Button
        size="small"
        icon={<AttachIcon size={13} />}
        waiting={running}
        onClick={() => void add(() => pickFiles({ multiple: true }))}
      >
        {t('common:action.attachFile')}
      </Button>
      <ErrorNotice error={error} />
    </FileDrop>
  );
};
