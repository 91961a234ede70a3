import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { pickFiles, saveFile, type PickedFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 4px',
  padding: 0,
  fontSize: 13,
  '& li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 26, minWidth: 0 },
  '& li > svg': { flex: 'none', color: 'var(--soft)' },
  '& li > span, & li > button:first-of-type': { minWidth: 0, overflowWrap: 'anywhere' },
});

/** Files kept with a record, and those that will be when the dialog is saved: opened, added, taken away. */
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
  const add = async (): Promise<void> => {
    const chosen = await run(() => pickFiles({ multiple: true }));
    if (chosen !== undefined) onPicked([...picked, ...chosen]);
  };
  return (
    <div>
      <h3 className="soft small" style={{ margin: '0 0 3px', fontWeight: 550 }}>
        {t('money.files')}
      </h3>
      {files.length + picked.length === 0 ? null : (
        <List aria-label={t('money.files')}>
          {files.map(({ id, name }) => (
            <li key={id}>
              <AttachIcon size={13} />
              <LinkButton onClick={() => void run(async () => saveFile(await client.projects.file({ id })))}>
                {name}
              </LinkButton>
              <IconButton
                size="small"
                label={t('money.fileRemove', { name })}
                icon={<CloseIcon size={13} />}
                onClick={() => void run(() => client.projects.detach({ id }))}
              />
            </li>
          ))}
          {picked.map(({ ticket, name }) => (
            <li key={ticket}>
              <AttachIcon size={13} />
              <span>{name}</span>
              <IconButton
                size="small"
                label={t('money.fileRemove', { name })}
                icon={<CloseIcon size={13} />}
                onClick={() => onPicked(picked.filter((one) => one.ticket !== ticket))}
              />
            </li>
          ))}
        </List>
      )}
      <Button size="small" icon={<AttachIcon size={13} />} waiting={running} onClick={() => void add()}>
        {t('common:action.attachFile')}
      </Button>
      <ErrorNotice error={error} />
    </div>
  );
};
