import { AppError } from '../../../shared/errors.ts';
import { readOne, type Reader } from '../statements.ts';

interface Touched {
  entity: string;
  row: string;
  field: string;
}

const memorandumSigned = "m.status IN ('signed', 'terminated')";
const part = (table: string): string =>
  `SELECT 1 FROM ${table} p JOIN memorandum m ON m.id = p.memorandumId WHERE p.id = ? AND ${memorandumSigned}`;

/** What is locked by a signature: whether it is, and the registers that stay free; `signing` signs or takes that back. */
const locks: Record<string, { isSigned: string; free: readonly string[]; code: string }> = {
  memorandum: {
    isSigned: `SELECT 1 FROM memorandum m WHERE m.id = ? AND ${memorandumSigned}`,
    free: ['groupId', 'note'],
    code: 'memorandumLocked',
  },
  memorandumParty: { isSigned: part('memorandum_party'), free: [], code: 'memorandumLocked' },
  memorandumClause: { isSigned: part('memorandum_clause'), free: [], code: 'memorandumLocked' },
  obligation: { isSigned: part('obligation'), free: ['outcome'], code: 'memorandumLocked' },
  amendment: {
    isSigned: "SELECT 1 FROM amendment WHERE id = ? AND status = 'signed'",
    free: ['note'],
    code: 'amendmentLocked',
  },
  amendedClause: {
    isSigned: `SELECT 1 FROM amended_clause c JOIN amendment a ON a.id = c.amendmentId
      WHERE c.id = ? AND a.status = 'signed'`,
    free: [],
    code: 'amendmentLocked',
  },
};

/**
 * What one page wrote and another page signed since is not taken back by an undo or redo of the first: the signing comes
 * first. Throws `memorandumLocked`, `amendmentLocked`.
 */
export function requireSignedKept(reader: Reader, touched: readonly Touched[]) {
  // Of the same act: signing again fixes number and days beside the status.
  const signing = new Set(touched.flatMap(({ row, field }) => (field === 'signing' ? [row] : [])));
  for (const { entity, row, field } of touched) {
    const lock = locks[entity];
    if (!lock || lock.free.includes(field) || signing.has(row)) continue;
    if (readOne(reader, lock.isSigned, row)) throw new AppError(lock.code);
  }
}
