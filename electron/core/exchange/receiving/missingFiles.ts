import { asList, readAll, type Reader } from '../../statements.ts';
import { scopesWith } from '../trust/participants.ts';

/**
 * Contents that records of the groups shared with an agency name and whose bytes are not here, to be asked for; the first
 * 10,000. What lacks in other groups is none of its business: who knows a content's hash could have it sent by naming it.
 */
export const missingFiles = (reader: Reader, agencyId: string): string[] =>
  readAll<{ sha256: string }>(
    reader,
    `SELECT DISTINCT sha256 FROM attachment a WHERE a.removed = 0 AND a.sha256 <> ''
       AND EXISTS (SELECT 1 FROM json_each(?) j JOIN scope_row s ON s.scope = j.value AND s.entity = 'attachment' AND s.row = a.id)
       AND NOT EXISTS (SELECT 1 FROM attachment_chunk c WHERE c.sha256 = a.sha256) ORDER BY sha256 LIMIT 10000`,
    asList(scopesWith(reader, agencyId)),
  ).map(({ sha256 }) => sha256);
