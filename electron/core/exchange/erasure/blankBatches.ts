import type { Blank } from '../../ledger/store.ts';
import { asList, readAll, type Reader } from '../../statements.ts';
import { blankLines, readHeader, unpackBatch } from '../sealing/batch.ts';
import { batchBytes } from '../sealing/store.ts';

interface Line {
  seq: number;
  entity: string;
  row: string;
  field: string;
  hlc: string;
}

/** The numbers of a batch's lines that say what is to be blanked. */
function toBlank(file: Buffer, wanted: ReadonlyMap<string, string>): Set<number> {
  const seqs = new Set<number>();
  const [, ...lines] = file.toString('utf8').split('\n');
  for (const text of lines) {
    if (text === '') continue;
    const line = JSON.parse(text) as Partial<Line>;
    const before = wanted.get(`${line.entity} ${line.row} ${line.field}`);
    if (before !== undefined && line.seq !== undefined && (line.hlc ?? '') < before) seqs.add(line.seq);
  }
  return seqs;
}

/**
 * Blanks these changes in every kept batch, ours and those we pass on, held ones too (rule 22): header and signature stay,
 * so that whoever gets the batch can see that nothing else was touched. In the caller's transaction.
 */
export function blankInBatches(reader: Reader, changes: readonly Blank[]) {
  const wanted = new Map(changes.map(({ entity, row, field, before }) => [`${entity} ${row} ${field}`, before]));
  const rows = [...new Set(changes.map(({ row }) => row))];
  const put = reader.sqlite.prepare(
    'UPDATE batch SET content = @content, sha256 = @sha256, crc = @crc, size = @size WHERE n = @n',
  );
  const batches = readAll<{ n: number }>(
    reader,
    // Those too that it has left: what was sealed of it there is still passed on.
    `WITH wanted (row) AS (SELECT value FROM json_each(?))
     SELECT n FROM batch WHERE state = 'held' OR scope IN (
       SELECT scope FROM scope_row WHERE row IN (SELECT row FROM wanted)
       UNION SELECT scope FROM scope_left WHERE row IN (SELECT row FROM wanted))`,
    asList(rows),
  );
  for (const { n } of batches) {
    const kept = batchBytes(reader, n);
    const file = unpackBatch(kept);
    if (!rows.some((row) => file.includes(`"row":"${row}"`))) continue;
    readHeader(file);
    const seqs = toBlank(file, wanted);
    if (seqs.size > 0) put.run({ n, ...blankLines(kept, seqs) });
  }
}
