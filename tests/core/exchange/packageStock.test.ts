// Packages with the programs of any Debian and without Viche: the very lines of docs/package.md, and age files both ways.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptFromAge } from '../../../electron/core/exchange/package/ageFile.ts';
import { createByteReader } from '../../../electron/core/exchange/package/byteReader.ts';
import {
  batchBytes,
  makeAgency,
  makePackage,
  openPackage,
  streamOf,
  type TestAgency,
} from '../../fixtures/packages.ts';
import { missingTools, runShell } from '../../fixtures/stockTools.ts';

const missing = missingTools(['age', 'age-keygen', 'unzip', 'zip', 'openssl', 'sha256sum']);
const root = join(import.meta.dirname, '..', '..', '..');

/** The lines that the documentation shows. */
const shownLines = (): string => {
  const [, lines = ''] = /```sh\n(.*?)```/s.exec(readFileSync(join(root, 'docs', 'package.md'), 'utf8')) ?? [];
  return lines;
};

/** Public key as an agency card has it: base64 of the 32 bytes. */
const verifyKeyOf = (agency: TestAgency): string =>
  agency.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');

describe.skipIf(missing.length > 0)(`a package and stock tools (missing here: ${missing.join(', ') || 'none'})`, () => {
  let from: TestAgency;
  let to: TestAgency;
  let folder: string;
  beforeAll(async () => {
    [from, to] = await Promise.all([makeAgency(1), makeAgency(2)]);
    folder = mkdtempSync(join(tmpdir(), 'viche-stock-'));
  });
  const batches = [batchBytes(500), batchBytes(20, 501)];
  const attachments = [randomBytes(700_000), Buffer.from('протокол')];

  it('opens and proves itself by the documented lines, for its receiver and for its sender', async () => {
    const { file } = await makePackage({ from, to, batches, attachments });
    for (const agency of [to, from]) {
      const place = mkdtempSync(join(folder, 'lines-'));
      writeFileSync(join(place, '000007.viche-package'), file);
      writeFileSync(join(place, 'identity.txt'), `${agency.identity}\n`);
      const said = runShell(shownLines(), place, { verify: verifyKeyOf(from) });
      expect(said.match(/Signature Verified Successfully/g)).toHaveLength(2);
      expect(readFileSync(join(place, 'package', 'batches', '000002.ndjson'))).toEqual(batches[1]);
      runShell('unzip -tqq package.zip', place);
    }
  });

  it('is refused by the same lines where a byte of a batch, an attachment or the manifest is another', async () => {
    const { file } = await makePackage({ from, to, batches, attachments });
    const lines = shownLines();
    for (const harm of [
      'printf x >>package/batches/000002.ndjson',
      'for file in package/attachments/*; do printf x >>"$file"; done',
      'printf " " >>package/manifest.json',
    ]) {
      const place = mkdtempSync(join(folder, 'harm-'));
      writeFileSync(join(place, '000007.viche-package'), file);
      writeFileSync(join(place, 'identity.txt'), `${to.identity}\n`);
      const harmed = lines.replace('printf --', `${harm}\nprintf --`);
      expect(() => runShell(harmed, place, { verify: verifyKeyOf(from) }), harm).toThrow('exit 1');
    }
  });

  it('may be decrypted and encrypted again by stock age, and is the same', async () => {
    const { file } = await makePackage({ from, to, batches, attachments });
    writeFileSync(join(folder, 'to.txt'), to.identity);
    writeFileSync(join(folder, 'in.viche-package'), file);
    runShell(
      `age -d -i to.txt in.viche-package | age -r ${to.recipient} -r ${from.recipient} >out.viche-package`,
      folder,
    );
    const again = await openPackage(readFileSync(join(folder, 'out.viche-package')), { from, to });
    expect(again.batches.map(({ bytes }) => bytes)).toEqual(batches);
  });

  it('is refused where stock zip has packed the same files anew', async () => {
    const { file } = await makePackage({ from, to, batches, attachments });
    const place = mkdtempSync(join(folder, 'zip-'));
    writeFileSync(join(place, 'to.txt'), to.identity);
    writeFileSync(join(place, 'in.viche-package'), file);
    const names = 'manifest.json manifest.sig batches/* attachments/*';
    runShell(
      `age -d -i to.txt -o in.zip in.viche-package && mkdir x && cd x && unzip -q ../in.zip
       zip -q ../again.zip ${names} && cd .. && age -r ${to.recipient} -o again.viche-package again.zip`,
      place,
    );
    const again = readFileSync(join(place, 'again.viche-package'));
    await expect(openPackage(again, { from, to })).rejects.toMatchObject({ code: 'packageMalformed' });
  });

  it('is refused where stock age has made it for a key that is not ours', async () => {
    const place = mkdtempSync(join(folder, 'other-'));
    runShell('age-keygen -o other.txt 2>/dev/null; printf a | age -R <(age-keygen -y other.txt) >other.age', place);
    const other = readFileSync(join(place, 'other.age'));
    await expect(openPackage(other, { from, to })).rejects.toMatchObject({ code: 'packageNotForUs' });
  });

  it.each([0, 1, 65_536, 200_000])('opens what stock age has made of %i bytes', async (size) => {
    const content = randomBytes(size);
    writeFileSync(join(folder, 'content'), content);
    runShell(`age -r ${to.recipient} -o content.age content`, folder);
    const file = readFileSync(join(folder, 'content.age'));
    for (const native of [true, false]) {
      const reader = createByteReader(streamOf(file)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>);
      const pieces: Uint8Array[] = [];
      for await (const piece of decryptFromAge([to.identity], reader, native)) pieces.push(piece);
      expect(Buffer.concat(pieces)).toEqual(content);
    }
  });
});
