import type { MouseEvent } from 'react';
import { IconButton, LinkButton } from '../../ui/Button.tsx';
import { useActs, type Acts } from '../../ui/core/acts.ts';
import { client } from '../../ui/core/client.ts';
import { pickFiles, saveFile, takeFiles, type PickedFile } from '../../ui/core/files.ts';
import { AttachIcon, CloseIcon } from '../../ui/icons.tsx';

type Owner = Omit<Parameters<typeof client.projects.attach>[0], 'ticket'>;

/** Files for records of a project: chosen in a dialog or dropped, they are kept at once. */
export const useFiles = (): Acts & {
  attach: (owner: Owner) => void;
  take: (owner: Owner, transfer: DataTransfer) => void;
} => {
  const acts = useActs();
  const keep = (owner: Owner, files: () => Promise<PickedFile[]>): void =>
    void acts.run(async () => {
      for (const { ticket } of await files()) await client.projects.attach({ ...owner, ticket });
    });
  return {
    ...acts,
    attach: (owner) => keep(owner, () => pickFiles({ multiple: true })),
    take: (owner, transfer) => keep(owner, () => takeFiles(transfer)),
  };
};

/** Where the focus is after a file of a list is gone: on the line after it, else on the one before. */
const focusBeside = (item: Element | null): void => {
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  beside?.querySelector('button')?.focus();
};

/** A file kept with a record, in a list: its name hands it out, the cross takes it away, which undo brings back. */
export const KeptFile = ({
  file: { id, name },
  removeLabel,
  run,
}: {
  file: { id: string; name: string };
  removeLabel: string;
  run: Acts['run'];
}) => (
  <li>
    <AttachIcon size={13} />
    <span className="words">
      <LinkButton onClick={() => void run(async () => saveFile(await client.projects.file({ id })))}>{name}</LinkButton>
    </span>
    <IconButton
      size="small"
      label={removeLabel}
      icon={<CloseIcon size={13} />}
      onClick={(event: MouseEvent) => {
        focusBeside(event.currentTarget.closest('li'));
        void run(() => client.projects.detach({ id }));
      }}
    />
  </li>
);
