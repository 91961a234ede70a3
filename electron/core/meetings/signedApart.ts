import type { SignedApart } from '../../../shared/contract/meetingViews.ts';
import { readAll, readOne, type Reader } from '../statements.ts';

/**
 * Of meeting `m`: its minutes were signed more than once, not with the same words, and one of the signatures is later than
 * the last decision between them, or there is none.
 */
export const undecidedSql = `((SELECT count(DISTINCT s.hash) FROM signature s WHERE s.meetingId = m.id AND s.removed = 0) > 1
  AND EXISTS (SELECT 1 FROM signature s WHERE s.meetingId = m.id AND s.removed = 0 AND instr(m.ruledOver, s.id) = 0))`;

// Only meetings with more than one signature are looked at, which the index tells.
const found = `FROM (SELECT meetingId FROM signature GROUP BY meetingId HAVING count(*) > 1) t
  JOIN meeting m ON m.id = t.meetingId AND m.removed = 0 AND ${undecidedSql}
  JOIN working_group g ON g.id = m.groupId`;

/** Meetings whose minutes were signed apart and wait for somebody who decides which are in force, the latest first. */
export const signedApart = (reader: Reader): SignedApart[] =>
  readAll(
    reader,
    `SELECT m.id, m.title, m.kind, g.name AS "group", m.number, m.heldOn,
       (SELECT count(*) FROM signature s WHERE s.meetingId = m.id AND s.removed = 0) AS signatures
     ${found} ORDER BY m.heldOn DESC, m.id DESC`,
  );

export const countSignedApart = (reader: Reader): number =>
  readOne<{ n: number }>(reader, `SELECT count(*) AS n ${found}`)?.n ?? 0;
