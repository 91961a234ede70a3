import { pickFiles } from '../ui/core/files.ts';
import { openPicked } from '../ui/core/openedFiles.ts';

/** Lets the person choose packages, cards and receipts; each is then looked at, one after the other. */
export const receiveFiles = async (): Promise<void> =>
  openPicked(await pickFiles({ accept: ['.viche-package', '.viche-card', '.viche-receipt'], multiple: true }));
