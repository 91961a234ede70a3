import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { OpenedFile } from '../../../shared/desktopBridge.ts';
import { bridge } from '../../ui/core/bridge.ts';

/** Where a file that was opened outside is looked at, and what that page is handed. */
const placeFor = (file: OpenedFile): { to: string; state: unknown } =>
  file.kind === 'package'
    ? { to: '/exchange/receive', state: { source: { ticket: file.ticket }, name: file.name } }
    : { to: '/exchange', state: { opened: file } };

/** Takes over what was opened by double click or on a command line, once a workspace is open: the newest of it is shown. */
export const useOpenedFiles = (): void => {
  const navigate = useNavigate();
  useEffect(() => {
    if (bridge === undefined) return undefined;
    const door = bridge;
    const take = async (): Promise<void> => {
      const newest = (await door.takeOpened()).at(-1);
      if (newest === undefined) return;
      const { to, state } = placeFor(newest);
      await navigate(to, { state });
    };
    void take();
    return door.onOpened(() => void take());
  }, [navigate]);
};
