import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ExchangeStatus } from '../../shared/contract/exchange.ts';
import { client, orpc } from '../ui/core/client.ts';
import { useErrorText } from '../ui/core/errors.ts';
import { canChooseFolders, pickFolder, saveFile } from '../ui/core/files.ts';
import {
  DownloadIcon,
  ExchangeIcon,
  FolderIcon,
  KeyIcon,
  DirectoryIcon,
  PlusIcon,
  ShieldIcon,
  UploadIcon,
  WarningIcon,
} from '../ui/icons.tsx';
import { useCommands, type Command } from '../ui/window/commands.ts';
import { say } from '../ui/window/say.ts';
import { askFor } from './asked.ts';
import { receiveFiles } from './receiveFiles.ts';
import { readExchangeAgain } from './readAgain.ts';

type Offer = Omit<Command, 'group'>;

/** What can be done in the exchange, wherever one is: mounted while the palette is open. */
export const ExchangeCommands = () => {
  const { t } = useTranslation(['exchange', 'common']);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data: status } = useQuery(orpc.exchange.status.queryOptions());
  const run = (act: () => Promise<unknown>) => (): void => void act().catch((error: unknown) => say(errorText(error)));
  const go = (...way: Parameters<typeof askFor>) => run(async () => navigate(...askFor(...way)));

  const withKeys = ({ groups, agencies, openConflicts }: ExchangeStatus): Offer[] => [
    { id: 'receive', label: t('agencies.receive'), icon: <DownloadIcon />, run: run(receiveFiles) },
    { id: 'take', label: t('agencies.add'), icon: <PlusIcon />, run: go('/exchange', { take: true }) },
    ...agencies
      .filter(({ card }) => card.state === 'trusted')
      .map(({ card: { id, name } }) => ({
        id: `send.${id}`,
        label: t('command.send', { name }),
        about: name,
        icon: <UploadIcon />,
        run: go('/exchange', { send: id }),
      })),
    ...groups.map(({ id, name }) => ({
      id: `group.${id}`,
      label: t('groups.choose', { name }),
      about: name,
      icon: <DirectoryIcon />,
      run: go('/exchange', { group: id }),
    })),
    ...agencies.map(({ card: { id, name } }) => ({
      id: `card.${id}`,
      label: t('command.card', { name }),
      about: name,
      icon: <ShieldIcon />,
      run: go('/exchange', { card: id }),
    })),
    { id: 'own', label: t('own.title'), icon: <KeyIcon />, run: go('/exchange/cards', {}) },
    {
      id: 'save',
      label: t('command.saveCard'),
      icon: <DownloadIcon />,
      run: run(async () => saveFile(await client.exchange.saveCard())),
    },
    { id: 'renew', label: t('own.renew'), icon: <KeyIcon />, run: go('/exchange/cards', { renew: true }) },
    { id: 'log', label: t('log.label'), icon: <ExchangeIcon />, run: go('/exchange/log', {}) },
    ...(openConflicts === 0
      ? []
      : [{ id: 'conflicts', label: t('receive.toConflicts'), icon: <WarningIcon />, run: go('/conflicts', {}) }]),
  ];
  const withFolder = ({ folder: { folder, waiting } }: ExchangeStatus): Offer[] => {
    const choose: Offer = {
      id: 'folder.choose',
      label: t('command.folderChoose'),
      icon: <FolderIcon />,
      run: run(async () => {
        const place = await pickFolder();
        if (place !== null) await client.exchange.setFolder({ place: place.ticket });
        await readExchangeAgain();
      }),
    };
    if (folder === null) return canChooseFolders ? [choose] : [];
    return [
      ...waiting.map(({ ref, agency, name }) => ({
        id: `folder.receive.${ref}`,
        label: t('command.folderReceive', { agency, name }),
        about: agency,
        icon: <DownloadIcon />,
        run: run(async () => navigate('/exchange/receive', { state: { source: { waiting: ref }, name } })),
      })),
      {
        id: 'folder.sync',
        label: t('command.folderSync'),
        icon: <FolderIcon />,
        run: run(() => client.exchange.syncFolder().then(readExchangeAgain)),
      },
      {
        id: 'folder.stop',
        label: t('command.folderStop'),
        icon: <FolderIcon />,
        run: run(() => client.exchange.setFolder({ place: null }).then(readExchangeAgain)),
      },
    ];
  };
  const first: Offer = {
    id: 'keys',
    label: t('first.make'),
    icon: <KeyIcon />,
    run: run(async () => {
      await client.exchange.makeKeys();
      await readExchangeAgain();
      await navigate('/exchange');
    }),
  };
  const offers =
    status === undefined ? [] : status.own === null ? [first] : [...withKeys(status), ...withFolder(status)];
  const group = t('common:area.exchange');
  useCommands(
    offers.map((offer) => ({ ...offer, id: `exchange.${offer.id}`, group })),
    true,
  );
  return null;
};
