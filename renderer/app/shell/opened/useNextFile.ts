import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import {
  dropWaiting,
  forgetAsking,
  useAskedForFiles,
  useLooking,
  useWaitingFiles,
  type WaitingFile,
} from '../../../ui/core/openedFiles.ts';
import { useIsDialogOpen } from '../../../ui/window/keys.ts';

/** Packages are looked at here, and the page of them says itself when it is free. */
const packages = '/exchange/receive';

/**
 * Shows the files that wait, one after the other. One that was just opened comes at once, wherever the person is; those after
 * it come when they are done with it and still in the exchange. Nothing is shown over a dialog or a package that is looked at.
 * @param hasKeys whether our agency has its keys, without which nothing of the exchange can be read; undefined while that is read
 * @param show hands one to its place; what it may throw is the caller's. Says whether it leads to another page
 */
export const useNextFile = (
  hasKeys: boolean | undefined,
  show: (file: WaitingFile) => Promise<'elsewhere' | 'here'>,
) => {
  const { pathname, key } = useLocation();
  const navigate = useNavigate();
  const [showing, setShowing] = useState(false);
  /** The place that was left for one; until the next one is there nothing else is shown. */
  const [left, setLeft] = useState<string>();
  // once it was left it may be come back to, where files are shown again
  if (left !== undefined && left !== key) setLeft(undefined);
  const files = useWaitingFiles().filter(({ kind }) => kind !== 'unknown');
  const asked = useAskedForFiles();
  const looking = useLooking();
  const isDialogOpen = useIsDialogOpen();
  const [next] = files;
  const inExchange = pathname === '/exchange' || pathname.startsWith('/exchange/');
  const isFree = looking === null ? pathname !== packages && (asked || inExchange) : looking === 'nothing';

  const take = async (file: WaitingFile): Promise<void> => {
    setShowing(true);
    setLeft(key);
    dropWaiting(file.id);
    if ((await show(file)) === 'here') setLeft(undefined);
    setShowing(false);
  };
  const mayBeShown = hasKeys === true || next?.kind === 'workspace';
  const isDue = isFree && mayBeShown && !isDialogOpen && !showing && left !== key;
  const waitsForKeys = hasKeys === false && next !== undefined && !mayBeShown;
  const leadsToKeys = waitsForKeys && asked && !inExchange && !isDialogOpen;
  useEffect(() => {
    if (leadsToKeys) void navigate('/exchange');
  }, [leadsToKeys, navigate]);
  useEffect(() => {
    if (isDue && next !== undefined) void take(next);
  });
  useEffect(() => {
    if (looking === 'at one' || files.length === 0) forgetAsking();
  }, [looking, files.length]);
  return {
    /** Those that wait longer than a moment. */
    files: isDue || hasKeys === undefined ? [] : files,
    /** Shows the next one now; undefined while one is being looked at. */
    next: next === undefined || !mayBeShown || showing || looking === 'at one' ? undefined : () => void take(next),
  };
};
