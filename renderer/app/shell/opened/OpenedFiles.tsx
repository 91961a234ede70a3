import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { CardDialog } from '../../../exchange/cards/CardDialog.tsx';
import { useExchangeWords } from '../../../exchange/useExchangeWords.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { client, orpc } from '../../../ui/core/client.ts';
import { useErrorText } from '../../../ui/core/errors.ts';
import { putAway, useWaitingFiles, type WaitingFile } from '../../../ui/core/openedFiles.ts';
import { useWorkspaceState } from '../../../ui/core/workspaceState.ts';
import { CloseIcon } from '../../../ui/icons.tsx';
import { Notice, type NoticeTone } from '../../../ui/Notice.tsx';
import { UnknownFiles } from '../../../ui/UnknownFiles.tsx';
import { useCommands } from '../../../ui/window/commands.ts';
import { useNextFile } from './useNextFile.ts';

/** Good news is said on the page where it came; what went wrong stands until it is put away. */
type Said = { id: string; tone: NoticeTone; text: string; on: string };

/** So many words about files stand under the top line; older ones make room. */
const mostSaid = 4;

/**
 * What was opened by double click, dropped on the window or chosen with others: cards open, receipts are read, packages are
 * looked at, another workspace is asked about. How many still wait is said.
 */
export const OpenedFiles = ({ onLeave }: { onLeave: () => Promise<void> }) => {
  const { t } = useTranslation(['app', 'common', 'exchange']);
  const navigate = useNavigate();
  const errorText = useErrorText();
  const words = useExchangeWords();
  const { state } = useWorkspaceState();
  const { pathname } = useLocation();
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [card, setCard] = useState<string>();
  const [other, setOther] = useState<string>();

  const tell = (id: string, tone: NoticeTone, text: string): void =>
    setSaid((before) => [...before, { id, tone, text, on: pathname }].slice(-mostSaid));
  const shown = said.filter(({ tone, on }) => tone === 'error' || tone === 'amber' || on === pathname);

  const hand = async ({ id, name, kind, take }: WaitingFile): Promise<'elsewhere' | 'here'> => {
    const file = await take();
    if (file === null) return 'here';
    const { ticket } = file;
    if (kind === 'package') {
      await navigate('/exchange/receive', { state: { source: { ticket }, name } });
      return 'elsewhere';
    }
    if (kind === 'card') {
      setCard(ticket);
      await navigate('/exchange');
      return 'elsewhere';
    }
    if (kind === 'workspace') {
      if (ticket === state?.workspace?.ref) tell(id, 'info', t('opened.same', { name }));
      else setOther(name);
      return 'here';
    }
    const { agency, at, refused } = await client.exchange.readReceipt({ ticket });
    const key = refused > 0 ? 'exchange:receipt.refused' : 'exchange:receipt.read';
    tell(id, refused > 0 ? 'amber' : 'ok', t(key, { agency, when: words.moment(at), count: refused }));
    return 'here';
  };
  const waits = useWaitingFiles().length > 0;
  const { data: exchange } = useQuery({ ...orpc.exchange.status.queryOptions(), enabled: waits });
  const hasKeys = exchange === undefined ? undefined : exchange.own !== null;
  const { files, next } = useNextFile(hasKeys, async (file) => {
    try {
      return await hand(file);
    } catch (error) {
      tell(file.id, 'error', t('opened.failed', { name: file.name, why: errorText(error) }));
      return 'here';
    }
  });
  useCommands(
    next === undefined
      ? []
      : [{ id: 'opened.next', group: t('common:area.exchange'), label: t('opened.next'), keys: 'Alt+N', run: next }],
  );
  return (
    <>
      <UnknownFiles />
      {shown.map(({ id, tone, text }) => (
        <Notice
          key={id}
          tone={tone}
          action={
            <IconButton
              size="small"
              label={t('common:action.close')}
              icon={<CloseIcon />}
              onClick={() => setSaid(said.filter((one) => one.id !== id))}
            />
          }
        >
          {text}
        </Notice>
      ))}
      {files.length === 0 ? null : (
        <Notice
          action={
            <>
              {next === undefined ? null : (
                <Button size="small" shortcut="Alt+N" onClick={next}>
                  {t('opened.next')}
                </Button>
              )}
              <IconButton
                size="small"
                label={t('opened.putAway')}
                icon={<CloseIcon />}
                onClick={() => void putAway(files)}
              />
            </>
          }
        >
          {t('opened.waiting', { count: files.length, name: files[0]?.name })}{' '}
          {hasKeys === false ? t('opened.keysFirst') : ''}
        </Notice>
      )}
      {card === undefined ? null : <CardDialog source={{ ticket: card }} onClose={() => setCard(undefined)} />}
      <ConfirmDialog
        open={other !== undefined}
        onClose={() => setOther(undefined)}
        title={t('opened.otherTitle', { name: other ?? '' })}
        text={t('opened.otherText')}
        confirmLabel={t('opened.otherOpen')}
        onConfirm={onLeave}
      />
    </>
  );
};
