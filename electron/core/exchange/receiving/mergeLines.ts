import type { Ledger } from '../../ledger/ledger.ts';
import type { Reception } from '../../ledger/receive.ts';
import { readOne, type Reader } from '../../statements.ts';
import { blankingOf } from '../erasure/incoming.ts';
import type { BatchHead, BatchLine } from '../sealing/batchForm.ts';
import { queueForOtherScopes } from '../sealing/otherScopes.ts';
import { createLineChecks, type LineRefusal } from './lineChecks.ts';
import type { SignedLine } from './signedLine.ts';
import type { TakenBatch } from './takeBatches.ts';

export type RefusalReason = LineRefusal | 'speaksForUs';

/** A line that was not taken, without what it says. */
export interface RefusedLine {
  line: Pick<BatchLine, 'entity' | 'row' | 'field'>;
  reason: RefusalReason;
}

export interface MergedLines {
  refused: RefusedLine[];
  reception: Reception;
  /** Persons and erasure records that lines are about. */
  persons: ReadonlySet<string>;
  erasures: ReadonlySet<string>;
}

/** Looks at the lines of a merge before anything of them is written, also at those that are refused. */
export interface LineWatch {
  see(lines: readonly BatchLine[], from: Pick<SignedLine, 'origin' | 'scope'>): void;
}

/**
 * Lines of batches of so many bytes stay in memory while a merge goes over them; those of a larger package are read again,
 * so that it needs no more memory than a small one.
 */
const remembered = 24 * 1024 * 1024;

interface Noted {
  header: BatchHead;
  lines: () => readonly BatchLine[];
  /** Numbers of lines that are refused. */
  refused: Set<number>;
}

/**
 * Takes the lines of batches into the ledger: those that may be taken (rule 15), in one go, so that what refers to each
 * other across scopes arrives together. What is new here and lies also in another scope is queued for our stream of that
 * one. Inside the caller's transaction: `note` every batch, then `merge`.
 * @param own our agency: only its batches may hold changes of this very device that are not here
 */
export function createLineMerge(
  reader: Reader,
  ledger: Pick<Ledger, 'receiveChecked' | 'device'>,
  own: string,
  watch?: LineWatch,
) {
  const checks = new Map<string, ReturnType<typeof createLineChecks>>();
  const batches: Noted[] = [];
  const persons = new Set<string>();
  const erasures = new Set<string>();
  let room = remembered;

  const checksOf = (scope: string) => {
    let found = checks.get(scope);
    if (!found) checks.set(scope, (found = createLineChecks(reader, scope)));
    return found;
  };

  const isKnown = (line: BatchLine): boolean =>
    readOne(
      reader,
      'SELECT 1 FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
      line.entity,
      line.row,
      line.field,
      line.hlc,
    ) !== undefined;

  /** Decides about the lines of a batch and queues them where others have to hear of them; writes no record yet. */
  const judge = ({ header, lines, refused }: Noted, all: RefusedLine[]) => {
    const { scope, origin } = header;
    const check = checksOf(scope);
    const came = lines();
    watch?.see(came, { origin, scope });
    for (const line of came) {
      const isForged = origin !== own && line.hlc.endsWith(ledger.device) && !isKnown(line);
      const reason = isForged ? 'speaksForUs' : check.refusalOf(line);
      if (reason) {
        refused.add(line.seq);
        all.push({ line: { entity: line.entity, row: line.row, field: line.field }, reason });
      } else if (line.entity === 'person') persons.add(line.row);
      else if (line.entity === 'erasure') erasures.add(line.row);
    }
    queueForOtherScopes(reader, refused.size === 0 ? came : came.filter(({ seq }) => !refused.has(seq)), scope);
  };

  function* allowed(): Generator<BatchLine> {
    const blanked = blankingOf(reader, persons);
    for (const { lines, refused } of batches)
      for (const line of lines()) if (!refused.has(line.seq)) yield blanked(line);
  }

  return {
    /** Takes note of a batch whose signature was found right. */
    note({ header, lines, again, bytes }: TakenBatch) {
      checksOf(header.scope).note(lines);
      room -= bytes;
      batches.push({ header, lines: room > 0 ? () => lines : again, refused: new Set() });
    },
    merge(): MergedLines {
      const refused: RefusedLine[] = [];
      for (const check of checks.values()) check.decide();
      for (const batch of batches) judge(batch, refused);
      const reception = ledger.receiveChecked(allowed());
      return { refused, reception, persons, erasures };
    },
  };
}
