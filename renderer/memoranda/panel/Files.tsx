import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx';
import { useActs } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { pickFiles, saveFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';
import { ErrorNotice } from '../../ui/Notice.tsx';

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 6px',
  padding: 0,
  '& li': { display: 'flex', alignItems: 'center', gap: 6, minHeight: 28, minWidth: 0 },
  '& li > button:first-of-type': { minWidth: 0, overflowWrap: 'anywhere' },
});

type Owner = { entity: 'memorandum' | 'amendment' | 'obligation' | 'obligationNote'; id: string };

/** Files of a record: scans of a signed paper (image or PDF), evidence of any kind. */
export const Files = (props: {
  owner: Owner;
  files: readonly MemorandumDetail['scans'][number][];
  label: string;
  attachLabel: string;
  /** Offered when picking; the core looks at what a file is in fact. */
  accept?: string[];
  shortcut?: string;
}) => {
  const { owner, files } = props;
  const { t } = useTranslation('memoranda');
  const { run, error, running } = useActs();
  const attach = (): Promise<unknown> =>
    run(async () => {
      const picked = await pickFiles({ multiple: true, ...(props.accept !== undefined && { accept: props.accept }) });
      for (const { ticket } of picked)
        await client.memoranda.attach({ ownerEntity: owner.entity, ownerId: owner.id, ticket });
    });
  return (
    <div>
      {files.length === 0 ? null : (
        <List aria-label={props.label}>
          {files.map(({ id, name }) => (
            <li key={id}>
              <AttachIcon size={13} />
              <LinkButton onClick={() => void run(async () => saveFile(await client.memoranda.file({ id })))}>
                {name}
              </LinkButton>
              <IconButton
                size="small"
                label={t('files.remove', { name })}
                icon={<CloseIcon size={13} />}
                onClick={() => void run(() => client.memoranda.detach({ id }))}
              />
            </li>
          ))}
        </List>
      )}
      <Button
        size="small"
        icon={<AttachIcon size={13} />}
        waiting={running}
        onClick={() => void attach()}
        {...(props.shortcut !== undefined && { shortcut: props.shortcut })}
      >
        {props.attachLabel}
      </Button>
      <ErrorNotice error={error} />
    </div>
  );
};
