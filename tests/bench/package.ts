import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage } from '../../electron/core/exchange/package/readPackage.ts';
import { writeWholeFile } from '../../electron/core/exchange/package/wholeFile.ts';
import { writePackage } from '../../electron/core/exchange/package/writePackage.ts';
import { batchBytes, makeAgency, readingOf, writingOf } from '../fixtures/packages.ts';
import { missingTools, runShell } from '../fixtures/stockTools.ts';
import { inTurn, milliseconds, type Measured } from './measure.ts';
import { temporaryFolder } from './workspaces.ts';

const batchCount = 50;
const linesEach = 2000;
const attachmentCount = 10;
const attachmentSize = 10_000_000;

/**
 * Making and reading a package against the system's `zip`, `unzip` and `age` over the same bytes. Our batches lie deflated
 * in the workspace, so that packing is copying; `zip` has to deflate them, and is told to store the attachments as we do.
 */
export async function run(): Promise<Measured[]> {
  const missing = missingTools(['age', 'zip', 'unzip']);
  const what = `${batchCount * linesEach} changes, ${(attachmentCount * attachmentSize) / 1e6} MB of attachments`;
  if (missing.length > 0)
    return [{ name: 'package against age and zip', ratio: null, detail: `missing here: ${missing.join(', ')}` }];
  const { folder, remove } = temporaryFolder('viche-bench-package-');
  try {
    const [from, to] = await Promise.all([makeAgency(1), makeAgency(2)]);
    const batches = Array.from({ length: batchCount }, (_, n) => batchBytes(linesEach, 1 + n * linesEach));
    const attachments = Array.from({ length: attachmentCount }, () => randomBytes(attachmentSize));
    mkdirSync(join(folder, 'plain', 'batches'), { recursive: true });
    mkdirSync(join(folder, 'plain', 'attachments'));
    for (const [n, bytes] of batches.entries()) writeFileSync(join(folder, 'plain', 'batches', `${n}.ndjson`), bytes);
    for (const [n, bytes] of attachments.entries()) writeFileSync(join(folder, 'plain', 'attachments', `${n}`), bytes);
    writeFileSync(join(folder, 'identity.txt'), to.identity);
    const writing = writingOf({ from, to, batches, attachments });
    const path = join(folder, 'ours.viche-package');
    const making = await inTurn(
      5,
      () => writeWholeFile(path, (out) => writePackage({ ...writing, out })),
      () =>
        runShell(
          `cd plain && rm -f ../stock.zip && zip -q -0 ../stock.zip attachments/* && zip -q ../stock.zip batches/* &&
           age -r ${to.recipient} -r ${from.recipient} -o ../stock.age ../stock.zip && sync -d ../stock.age`,
          folder,
        ),
    );
    const reading = await inTurn(
      5,
      () =>
        readPackage({
          ...readingOf(Buffer.alloc(0), { from, to }, {}),
          open: () => createReadStream(path),
          size: null,
        }),
      () => runShell('age -d -i identity.txt -o plain.zip stock.age && unzip -tqq plain.zip', folder),
    );
    return [
      {
        name: 'a package made, against zip and age',
        ratio: making.ratio,
        detail: `${what}: ${milliseconds(making.ours)} against ${milliseconds(making.other)}`,
      },
      {
        name: 'a package read and verified, against age and unzip -t',
        ratio: reading.ratio,
        detail: `${what}: ${milliseconds(reading.ours)} against ${milliseconds(reading.other)}`,
      },
    ];
  } finally {
    remove();
  }
}
