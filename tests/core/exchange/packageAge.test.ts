// The encryption of packages against the published test vectors of the age format (C2SP CCTV, `testkit`), with the
// runtime's cipher and with the library's: every vector of our kind as it says, every other kind refused.
import { createHash, randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as vectors from 'cctv-age';
import { describe, expect, it } from 'vitest';
import { decryptFromAge, encryptForAge } from '../../../electron/core/exchange/package/ageFile.ts';
import { hasNativeCipher } from '../../../electron/core/exchange/package/agePayload.ts';
import { createByteReader } from '../../../electron/core/exchange/package/byteReader.ts';
import { limits } from '../../../electron/core/exchange/limits.ts';
import { AppError } from '../../../shared/errors.ts';
import { makeAgency, sha256Of, streamOf } from '../../fixtures/packages.ts';

interface Vector {
  name: string;
  /** The fields of its head; a field can stand more than once. */
  fields: Map<string, string[]>;
  file: Buffer;
}

const readVector = (name: string, bytes: Uint8Array): Vector => {
  const all = Buffer.from(bytes);
  const end = all.indexOf('\n\n');
  const fields = new Map<string, string[]>();
  for (const line of all.toString('utf8', 0, end).split('\n')) {
    const [key = '', value = ''] = line.split(/: (.*)/s);
    fields.set(key, [...(fields.get(key) ?? []), value]);
  }
  const rest = all.subarray(end + 2);
  return { name, fields, file: fields.get('compressed')?.[0] === 'zlib' ? inflateSync(rest) : rest };
};

const known = Object.entries(vectors)
  .filter(([, bytes]) => bytes instanceof Uint8Array)
  .map(([name, bytes]) => readVector(name, bytes));

/** What our reader makes of it: the code of the refusal or `read`, and all the plaintext that it gave before. */
async function open(file: Buffer, identities: readonly string[], native: boolean, pieces: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  let code = 'read';
  try {
    const source = streamOf(file, pieces)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    for await (const piece of decryptFromAge(identities, createByteReader(source), native)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    code = error.code;
  }
  return { code, sha256: hash.digest('hex'), bytes };
}

/** Only X25519 stanzas, as far as the header can be read. */
const isOurKind = ({ file }: Vector): boolean => {
  const lines = file.subarray(0, 100_000).toString('latin1').split('\n');
  const end = lines.findIndex((line) => line.startsWith('---'));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .every((line) => !line.startsWith('->') || line.startsWith('-> X25519 '));
};

const isOur = (vector: Vector): boolean => isOurKind(vector) && !vector.fields.has('armored');
const named = (vectorsOfAKind: readonly Vector[]) => vectorsOfAKind.map((vector) => [vector.name, vector] as const);
const ours = named(known.filter((vector) => isOur(vector)));
const others = named(known.filter((vector) => !isOur(vector)));
const identitiesOf = ({ fields }: Vector): string[] =>
  (fields.get('identity') ?? []).filter((identity) => identity.startsWith('AGE-SECRET-KEY-1'));

const codes: Record<string, readonly string[]> = {
  success: ['read'],
  'no match': ['packageNotForUs'],
  'HMAC failure': ['packageDamaged'],
  'header failure': ['notAPackage', 'packageForeignEncryption', 'packageDamaged', 'packageCutShort'],
  'payload failure': ['packageDamaged', 'packageCutShort'],
};

describe.each([
  ['the runtime’s cipher', true],
  ['the library’s cipher', false],
])('the age test vectors with %s', (_cipher, native) => {
  it('are all here, and the runtime has the cipher', () => {
    expect(known.length).toBeGreaterThan(100);
    expect(hasNativeCipher).toBe(true);
    expect(ours.length).toBeGreaterThan(50);
  });

  it.each(ours)('%s', async (_name, vector) => {
    const { fields, file } = vector;
    const identities = identitiesOf(vector);
    const opened = await open(file, identities, native, 1_000_000);
    expect(await open(file, identities, native, 1013)).toEqual(opened);
    const expected = fields.get('expect')?.[0] ?? '';
    expect(codes[expected]).toContain(opened.code);
    // Of a damaged payload less may be given than the format would allow: each piece only when another follows it.
    const payload = expected === 'success' ? fields.get('payload')?.[0] : opened.sha256;
    expect(opened.sha256).toBe(payload);
  });

  it.each(others)('%s, of another kind, is refused', async (_name, vector) => {
    const { code, bytes } = await open(vector.file, identitiesOf(vector), native, 1_000_000);
    expect(['notAPackage', 'packageForeignEncryption']).toContain(code);
    expect(bytes).toBe(0);
  });
});

describe('an age file of ours', () => {
  const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000];
  async function* once(bytes: Buffer) {
    for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
  }
  const gather = async (source: AsyncIterable<Uint8Array>) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of source) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  it.each(sizes)('of %i bytes is opened alike by both ciphers, and made alike', async (size) => {
    const agency = await makeAgency(1);
    const content = randomBytes(size);
    const files = await Promise.all(
      [true, false].map((native) => gather(encryptForAge([agency.recipient], once(content), native))),
    );
    expect(files[0]?.length).toBe(files[1]?.length);
    for (const file of files)
      for (const native of [true, false]) {
        const opened = await open(file, [agency.identity], native, 4096);
        expect(opened).toEqual({ code: 'read', sha256: sha256Of(content), bytes: size });
      }
  });

  it('never has more header or recipients than are read', async () => {
    const agencies = await Promise.all([1, 2, 3].map((n) => makeAgency(n)));
    const [first] = agencies;
    if (first === undefined) throw new Error('no agency');
    const recipients = await Promise.all(
      Array.from({ length: limits.ageRecipients }, async () => (await makeAgency(1)).recipient),
    );
    const most = await gather(encryptForAge([...recipients.slice(1), first.recipient], once(Buffer.from('a'))));
    expect((await open(most, [first.identity], true, 4096)).code).toBe('read');
    const tooMany = await gather(encryptForAge([...recipients, first.recipient], once(Buffer.from('a'))));
    expect((await open(tooMany, [first.identity], true, 4096)).code).toBe('packageForeignEncryption');
    const endless = Buffer.from(`age-encryption.org/v1\n${'-> X25519 a\n'.repeat(3)}${'A'.repeat(1_000_000)}`);
    expect((await open(endless, [first.identity], true, 4096)).code).toBe('notAPackage');
  });
});
