import { toString as toPicture } from 'qrcode';
import type { RecoverySheet } from '../../../shared/contract/workspace.ts';
import { recoveryLines, type RawKey } from './key.ts';

/** What is printed and put in the safe: the raw key in lines with checksums, and the same key as a QR code. */
export async function makeRecoverySheet(key: RawKey, fileName: string, day: string): Promise<RecoverySheet> {
  return {
    lines: recoveryLines(key),
    qr: await toPicture(`x'${key}'`, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
    fileName,
    madeOn: day,
  };
}
