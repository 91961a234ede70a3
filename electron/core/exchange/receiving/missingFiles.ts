import { readAll, type Reader } from '../../statements.ts';

/** Contents that records name and whose bytes are not here, to be asked for; the first 10,000. */
export const missingFiles = (reader: Reader): string[] =>
  readAll<{ sha256: string }>(
    reader,
    `SELECT DISTINCT sha256 FROM attachment a WHERE a.removed = 0 AND a.sha256 <> ''
       AND NOT EXISTS (SELECT 1 FROM attachment_chunk c WHERE c.sha256 = a.sha256) ORDER BY sha256 LIMIT 10000`,
  ).map(({ sha256 }) => sha256);
