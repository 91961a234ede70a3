// Rule 14: what a package is, there and back; and every way in which it may not be what it should.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../electron/core/exchange/package/wholeFile.ts';
import { writePackage } from '../../../electron/core/exchange/package/writePackage.ts';
import { readPackage } from '../../../electron/core/exchange/package/readPackage.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  batchBytes,
  gathering,
  keptFile,
  makeAgency,
  makePackage,
  openPackage,
  partsFor,
  readingOf,
  sha256Of,
  writingOf,
  type TestAgency,
} from '../../fixtures/packages.ts';

let community: TestAgency;
let oblast: TestAgency;
let stranger: TestAgency;
beforeAll(async () => {
  [community, oblast, stranger] = await Promise.all([makeAgency(1), makeAgency(2), makeAgency(3)]);
});
const between = () => ({ from: community, to: oblast });

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof AppError) return error.code;
      throw error;
    },
  );

describe('rule 14: a package', () => {
  it('gives back what was put in, in its order, by the byte', async () => {
    const batches = [batchBytes(2000), batchBytes(3, 2001)];
    const attachments = [randomBytes(300_000), Buffer.alloc(0), Buffer.from('a')];
    const { file, bytes, manifestSha256 } = await makePackage({ ...between(), batches, attachments });
    expect(file.length).toBe(bytes);
    const seen: string[] = [];
    const opened = await openPackage(file, between());
    expect(opened.batches.map((batch) => batch.bytes)).toEqual(batches);
    expect(opened.batches.map(({ n }) => n)).toEqual([1, 2]);
    expect(opened.attachments.map((each) => each.bytes).toSorted((a, b) => a.compare(b))).toEqual(
      attachments.toSorted((a, b) => a.compare(b)),
    );
    const result = await readPackage(
      readingOf(file, between(), {
        manifest: (manifest, sha256) => void seen.push(`manifest ${manifest.number} ${sha256}`),
        batch: ({ n }) => void seen.push(`batch ${n}`),
        attachment: ({ size }) => void seen.push(`attachment ${size}`),
      }),
    );
    const inOrder = attachments.toSorted((a, b) => (sha256Of(a) < sha256Of(b) ? -1 : 1));
    expect(seen).toEqual([
      `manifest 7 ${manifestSha256}`,
      'batch 1',
      'batch 2',
      ...inOrder.map(({ length }) => `attachment ${length}`),
    ]);
    expect(result).toMatchObject({ manifestSha256, bytes, fileSha256: sha256Of(file) });
    expect(result.manifest).toMatchObject({ ...partsFor(community, oblast), viche: 'package/1' });
  });

  it('may be empty but for what it acknowledges', async () => {
    const { file } = await makePackage(between());
    expect((await openPackage(file, between())).manifest.entries).toEqual([]);
  });

  it('opens with an earlier key of the receiver, and with no other', async () => {
    const { file } = await makePackage({ ...between(), batches: [batchBytes(1)] });
    const identities = [stranger.identity, oblast.identity];
    expect(await codeOf(openPackage(file, between(), { identities }))).toBe('read');
    expect(await codeOf(openPackage(file, between(), { identities: [stranger.identity] }))).toBe('packageNotForUs');
  });

  it('is for the agency that it names, whoever can decrypt it', async () => {
    const { file } = await makePackage(between());
    const identities = [community.identity];
    const own = { agencyId: community.agencyId, fingerprints: [community.fingerprint] };
    expect(await codeOf(openPackage(file, between(), { identities, receiver: own }))).toBe('packageOwn');
    const other = { agencyId: stranger.agencyId, fingerprints: [stranger.fingerprint] };
    expect(await codeOf(openPackage(file, between(), { receiver: other }))).toBe('packageOtherReceiver');
    const otherCard = { agencyId: oblast.agencyId, fingerprints: [stranger.fingerprint] };
    expect(await codeOf(openPackage(file, between(), { receiver: otherCard }))).toBe('packageOtherReceiver');
  });

  it('counts only with the signature of the sender that it names', async () => {
    const { file } = await makePackage(between());
    expect(await codeOf(openPackage(file, { from: stranger, to: oblast }))).toBe('packageSignatureWrong');
    const revoked = () => {
      throw new AppError('cardRevoked');
    };
    await expect(openPackage(file, between(), { verify: revoked })).rejects.toMatchObject({ code: 'cardRevoked' });
  });

  it('is checked to its end even where nobody takes the attachments', async () => {
    const bytes = randomBytes(400_000);
    const lie = { ...keptFile(bytes), sha256: sha256Of(Buffer.from('another')) };
    const attachments = [lie];
    await expect(writePackage({ ...writingOf(between()), attachments, out: gathering().out })).rejects.toMatchObject({
      code: 'attachmentDamaged',
    });
    const { file } = await makePackage({ ...between(), attachments: [bytes, randomBytes(200_000)] });
    const taken: number[] = [];
    await readPackage(
      readingOf(file, between(), {
        async attachment({ chunks }) {
          for await (const piece of chunks) {
            taken.push(piece.length);
            break;
          }
        },
      }),
    );
    expect(taken).toHaveLength(2);
  });

  it('names a file cut anywhere as cut, and never as read', async () => {
    const { file } = await makePackage({
      ...between(),
      batches: [batchBytes(50)],
      attachments: [randomBytes(200_000)],
    });
    const codes = new Set<string>();
    for (let length = 0; length < file.length; length += 997) {
      const code = await codeOf(openPackage(file.subarray(0, length), between()));
      codes.add(code);
      expect(['notAPackage', 'packageCutShort'], `cut at ${length}`).toContain(code);
    }
    expect(codes.size).toBe(2);
  });

  it('names what is no package at all', async () => {
    for (const content of ['', 'PK\u0003\u0004', '{"viche":"card/1"}', 'age-encryption.org/v1', '<html>'.repeat(5000)])
      expect(await codeOf(openPackage(Buffer.from(content), between()))).toBe('notAPackage');
  });

  it('is refused beyond its size before it is read', async () => {
    const { file } = await makePackage(between());
    let opened = 0;
    const open = () => {
      opened += 1;
      return readingOf(file, between(), {}).open();
    };
    expect(await codeOf(openPackage(file, between(), { size: 5_000_000_000, open }))).toBe('packageTooLarge');
    expect(opened).toBe(0);
  });

  it('stops when it is told to, in writing and in reading, and leaves no file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'viche-package-'));
    const attachments = [randomBytes(3_000_000)];
    const stop = new AbortController();
    const writing = { ...writingOf({ ...between(), attachments }), signal: stop.signal };
    const done: number[] = [];
    const progress = (bytes: number, total: number) => {
      done.push(bytes / total);
      if (bytes > 1_000_000) stop.abort();
    };
    const path = join(folder, '000001.viche-package');
    const work = writeWholeFile(path, (out) => writePackage({ ...writing, progress, out }));
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(done.length).toBeGreaterThan(1);
    const { file } = await makePackage({ ...between(), attachments });
    const reading = new AbortController();
    const options = { signal: reading.signal, progress: (bytes: number) => bytes > 500_000 && reading.abort() };
    expect(await codeOf(openPackage(file, between(), options))).toBe('cancelled');
  });

  it('comes under its name whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'viche-package-'));
    const path = join(folder, '000001.viche-package');
    const writing = writingOf({ ...between(), batches: [batchBytes(5)] });
    const names: string[][] = [];
    const made = await writeWholeFile(path, (out) =>
      writePackage({ ...writing, out, progress: () => names.push(readdirSync(folder)) }),
    );
    expect(names.flat()).not.toContain('000001.viche-package');
    expect(readdirSync(folder)).toEqual(['000001.viche-package']);
    expect(readFileSync(path).length).toBe(made.bytes);
    expect(await codeOf(openPackage(readFileSync(path), between()))).toBe('read');
    const nowhere = writeWholeFile(join(folder, 'no', 'such.viche-package'), (out) =>
      writePackage({ ...writing, out }),
    );
    await expect(nowhere).rejects.toMatchObject({ code: 'fileNotWritten' });
  });

  it('is not made where the receiver would refuse it', async () => {
    const { out } = gathering();
    const parts = { ...partsFor(community, oblast), number: -1 };
    await expect(writePackage({ ...writingOf(between()), manifest: parts, out })).rejects.toMatchObject({
      code: 'packageManifestWrong',
    });
    const many = Array.from({ length: 10_001 }, (_, n) => n);
    const [batch] = writingOf({ ...between(), batches: [batchBytes(1)] }).batches;
    if (batch === undefined) throw new Error('no batch');
    await expect(writePackage({ ...writingOf(between()), batches: many.map(() => batch), out })).rejects.toMatchObject({
      code: 'packageOverfull',
    });
    await expect(writePackage({ ...writingOf(between()), recipients: ['age1x'], out })).rejects.toMatchObject({
      code: 'recipientWrong',
    });
  });
});
