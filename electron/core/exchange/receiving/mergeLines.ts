import type { Ledger } from '../../ledger/ledger.ts';
import type { Reception } from '../../ledger/receive.ts';
import { readOne, type Reader } from '../../statements.ts';
import { queueForOtherScopes } from '../sealing/sealing.ts';
import { withoutErased } from '../erasure/incoming.ts';
import { createLineChecks, type LineRefusal } from './lineChecks.ts';
import type { SignedLine } from './signedLine.ts';

export interface RefusedLine extends SignedLine {
  reason: LineRefusal | 'speaksForUs';
}

export interface MergedLines {
  taken: SignedLine[];
  refused: RefusedLine[];
  reception: Reception;
}

/** Lines by the scope they came in, in the order in which they came. */
function byScope(lines: readonly SignedLine[]): Map<string, SignedLine[]> {
  const groups = new Map<string, SignedLine[]>();
  for (const each of lines) {
    const group = groups.get(each.scope);
    if (group) group.push(each);
    else groups.set(each.scope, [each]);
  }
  return groups;
}

/**
 * Takes the lines of batches into the ledger: those that may be taken (rule 15), in one go, so that what refers to each
 * other across scopes arrives together. What is new here and lies also in another scope is queued for our stream of that
 * one. Inside the caller's transaction.
 * @param own our agency: only its batches may hold changes of this very device that are not here
 */
export function mergeLines(
  reader: Reader,
  ledger: Pick<Ledger, 'receive' | 'device'>,
  lines: readonly SignedLine[],
  own: string,
): MergedLines {
  const taken: SignedLine[] = [];
  const refused: RefusedLine[] = [];
  const isKnown = ({ line }: SignedLine): boolean =>
    readOne(
      reader,
      'SELECT 1 FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
      line.entity,
      line.row,
      line.field,
      line.hlc,
    ) !== undefined;
  for (const [scope, group] of byScope(lines)) {
    const refusalOf = createLineChecks(
      reader,
      scope,
      group.map(({ line }) => line),
    );
    const allowed: SignedLine[] = [];
    for (const each of group) {
      const { line, origin } = each;
      const reason =
        line.hlc.endsWith(ledger.device) && origin !== own && !isKnown(each) ? 'speaksForUs' : refusalOf(line);
      if (reason) {
        refused.push({ ...each, reason });
        continue;
      }
      allowed.push(each);
    }
    queueForOtherScopes(
      reader,
      allowed.map(({ line }) => line),
      scope,
    );
    taken.push(...allowed);
  }
  const reception = ledger.receive(withoutErased(reader, taken).map(({ line: { seq: _, ...change } }) => change));
  return { taken, refused, reception };
}
