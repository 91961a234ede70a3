import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** What the file system says when a file cannot be written, as a refusal; any other error is passed on. */
export function writeError(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return new AppError('diskFull');
  return /^E[A-Z]+$/.test(error.code) ? new AppError('fileNotWritten', { name: basename(path) }) : error;
}
