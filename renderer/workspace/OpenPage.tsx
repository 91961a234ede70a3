import { styled } from '@mui/material/styles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownWorkspace } from '../../shared/contract/workspace.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { client, orpc } from '../ui/core/client.ts';
import { canChooseWorkspaces, pickWorkspace } from '../ui/core/files.ts';
import { FolderIcon, PlusIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { ErrorNotice } from '../ui/Notice.tsx';
import { Card, CardTitle } from '../ui/Panel.tsx';
import { useLanguage } from '../ui/window/language.ts';
import { BackupList } from './BackupList.tsx';
import { StartFrame } from './StartFrame.tsx';
import { RailHead } from './StartRail.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { momentWords } from '../ui/window/whenWords.ts';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    gap: '0 10px',
    alignItems: 'center',
    minHeight: 46,
    padding: '4px 8px',
    borderTop: '1px solid var(--line)',
    borderRadius: 0,
  },
  '& li:first-of-type': { borderTop: 0 },
  '& li[data-on]': { background: 'var(--ink-soft)', boxShadow: 'inset 3px 0 var(--ink)' },
  '& button.name': {
    border: 0,
    background: 'none',
    padding: 0,
    textAlign: 'left',
    cursor: 'pointer',
    lineHeight: 1.3,
    minWidth: 0,
  },
  '& small': { display: 'block', fontSize: 12, color: 'var(--soft)' },
});

/** A workspace to be opened: one of the list, or a file just chosen. */
type Chosen = { ref: string; title: string; fileName: string; remembered: boolean };

const chosenOf = (known: KnownWorkspace): Chosen => ({
  ref: known.ref,
  title: known.agency === '' ? known.fileName : known.agency,
  fileName: known.fileName,
  remembered: known.remembered,
});

type Props = { known: readonly KnownWorkspace[]; keyStore: boolean; onNew: () => void };

/** The workspaces of this computer: open one, restore one from a backup, choose a file, make a new one. */
export const OpenPage = ({ known, keyStore, onNew }: Props) => {
  const { t } = useTranslation('workspace');
  const { language } = useLanguage();
  const queries = useQueryClient();
  const first = known.find((one) => one.present);
  const [picked, setChosen] = useState<Chosen>();
  // until somebody has picked one it is the first of the list, also where the list is read again
  const chosen = picked ?? (first === undefined ? undefined : chosenOf(first));
  const [restoring, setRestoring] = useState(false);
  const forget = useMutation({
    mutationFn: (ref: string) => client.workspace.forget({ ref }),
    onSuccess: () => queries.invalidateQueries({ queryKey: orpc.workspace.known.key() }),
  });
  const pick = useMutation({
    mutationFn: pickWorkspace,
    onSuccess: (file) => {
      if (file === null) return;
      setRestoring(false);
      setChosen({ ref: file.ticket, title: file.fileName, fileName: file.folder, remembered: false });
    },
  });
  const choose = (one: KnownWorkspace, restore: boolean): void => {
    setChosen(chosenOf(one));
    setRestoring(restore);
  };
  const noteOf = (one: KnownWorkspace): string => {
    if (!one.present) return t('open.absent');
    return one.openedAt === null ? t('open.never') : t('open.last', { when: momentWords(one.openedAt, language) });
  };
  return (
    <StartFrame rail={<RailHead title={t('open.title')} lead={t('open.lead')} />}>
      <Card aria-label={t('first.known')} sx={{ width: '100%', maxWidth: 760 }}>
        <CardTitle>{t('first.known')}</CardTitle>
        {known.length === 0 ? <p className="soft">{t('open.none')}</p> : null}
        <List>
          {known.map((one) => (
            <li key={one.ref} data-on={chosen?.ref === one.ref ? '' : undefined}>
              <button
                type="button"
                className="name"
                disabled={!one.present}
                aria-pressed={chosen?.ref === one.ref}
                onClick={() => choose(one, false)}
              >
                <span className="cut" style={{ display: 'block' }}>
                  {chosenOf(one).title}
                </span>
                <small className="cut">
                  {one.folder}/{one.fileName} · {noteOf(one)}
                </small>
              </button>
              {one.remembered ? <Chip>{t('open.remembered')}</Chip> : <span />}
              <MenuButton
                iconOnly
                label={`${t('open.more')}: ${chosenOf(one).title}`}
                items={[
                  { id: 'restore', label: t('first.restore'), run: () => choose(one, true) },
                  { id: 'forget', label: t('open.forget'), run: () => forget.mutate(one.ref) },
                ]}
              />
            </li>
          ))}
        </List>
        <div style={{ display: 'flex', gap: 8, marginTop: 12, flexWrap: 'wrap' }}>
          {!canChooseWorkspaces ? null : (
            <Button icon={<FolderIcon />} onClick={() => pick.mutate()}>
              {t('first.openFile')}
            </Button>
          )}
          <Button icon={<PlusIcon />} onClick={onNew}>
            {t('open.new')}
          </Button>
        </div>
        <ErrorNotice error={forget.error ?? pick.error} />
      </Card>
      {chosen === undefined ? null : (
        <Card aria-label={chosen.title} sx={{ width: '100%', maxWidth: 760 }}>
          <CardTitle>{restoring ? `${t('restore.title')}: ${chosen.title}` : chosen.title}</CardTitle>
          {restoring ? (
            <BackupList workspace={chosen.ref} onRestored={() => setRestoring(false)} />
          ) : (
            <UnlockForm
              key={chosen.ref}
              refOrTicket={chosen.ref}
              remembered={chosen.remembered}
              keyStore={keyStore}
              submitLabel={t('unlock.title')}
            />
          )}
        </Card>
      )}
    </StartFrame>
  );
};
