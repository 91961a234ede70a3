import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import {
  blankLines,
  encodeBatch,
  lineHash,
  readBatch,
  unpackBatch,
} from '../../../electron/core/exchange/sealing/batch.ts';
import { limits } from '../../../electron/core/exchange/limits.ts';
import type { BatchHeader } from '../../../electron/core/exchange/sealing/batchForm.ts';
import type { TravellingChange } from '../../../electron/core/ledger/travelling.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const device = 'a'.repeat(16);
const fingerprint = '12345 12345 12345 12345 12345 12345';

const change = (n: number, value = `слово ${n}`): TravellingChange => ({
  hlc: `${String(1_000_000 + n).padStart(15, '0')}-0000-${device}`,
  changeSet: `set-${n}`,
  author: 'Member 7',
  label: 'meetings.addSpeech',
  entity: 'speech',
  row: `row-${n}`,
  field: 'text',
  value: JSON.stringify(value),
  prev: null,
  merges: null,
});

const encode = (changes: readonly TravellingChange[], base = 0) =>
  encodeBatch({
    origin: 'agency-1',
    signer: fingerprint,
    device,
    scope: 'group-1',
    base,
    changes,
    sign: (bytes) => sign(null, bytes, privateKey),
  });

const genuine = (_header: BatchHeader, bytes: Buffer, signature: Buffer) => verify(null, bytes, publicKey, signature);

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'read';
};

describe('rule 13: a batch is a run of one stream, signed by its origin', () => {
  test('what was written is what is read, numbered from its base', () => {
    const changes = [change(1), change(2, 'два\nрядки "і" \\'), change(3, '\u2028')];
    const batch = encode(changes, 41);
    expect(batch).toMatchObject({ base: 41, upto: 44, changes: 3 });
    const { header, lines, erased } = readBatch(unpackBatch(batch), batch.signature, genuine);
    expect(header).toMatchObject({
      origin: 'agency-1',
      signer: fingerprint,
      device,
      scope: 'group-1',
      base: 41,
      to: 44,
    });
    expect(lines).toEqual(changes.map((each, at) => ({ seq: 42 + at, ...each })));
    expect(erased).toEqual([]);
  });

  test('its signature is over the first line, each other line stands in it by its hash', () => {
    const batch = encode([change(1), change(2)]);
    const [first = '', ...lines] = inflateRawSync(batch.content).toString().trimEnd().split('\n');
    expect(verify(null, Buffer.from(first), publicKey, batch.signature)).toBe(true);
    expect((JSON.parse(first) as BatchHeader).lines).toEqual(lines.map((line) => lineHash(line)));
  });

  test('any byte that is different is found', () => {
    const batch = encode([change(1), change(2), change(3)]);
    const file = unpackBatch(batch);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const forged = Buffer.from(file);
        forged[at] = (forged[at] ?? 0) ^ by;
        expect(codeOf(() => readBatch(forged, batch.signature, genuine))).toMatch(
          /^batch(Damaged|Altered|SignatureWrong|Newer)$/,
        );
      }),
      { numRuns: 2000 },
    );
    for (let end = 0; end < file.length; end += 7)
      expect(codeOf(() => readBatch(file.subarray(0, end), batch.signature, genuine))).not.toBe('read');
    expect(codeOf(() => readBatch(Buffer.concat([file, Buffer.from('\n')]), batch.signature, genuine))).toBe(
      'batchDamaged',
    );
    const other = encode([change(4)]).signature;
    expect(codeOf(() => readBatch(file, other, genuine))).toBe('batchSignatureWrong');
    expect(codeOf(() => readBatch(file, batch.signature.subarray(1), genuine))).toBe('batchSignatureWrong');
  });

  test('what is signed but out of form or measure is refused with its code', () => {
    const signed = (header: object, lines: string[]) => {
      const first = JSON.stringify({
        viche: 'batch/1',
        origin: 'agency-1',
        signer: fingerprint,
        device,
        scope: 'group-1',
        base: 0,
        to: lines.length,
        lines: lines.map((line) => lineHash(line)),
        ...header,
      });
      const signature = sign(null, Buffer.from(first), privateKey);
      return codeOf(() => readBatch(Buffer.from([first, ...lines, ''].join('\n')), signature, genuine));
    };
    const line = JSON.stringify({ seq: 1, ...change(1) });
    expect(signed({}, [line])).toBe('read');
    expect(signed({ viche: 'batch/2', more: 1 }, [line])).toBe('batchNewer');
    expect(signed({ more: 1 }, [line])).toBe('batchDamaged');
    expect(signed({ to: 2 }, [line])).toBe('batchDamaged');
    expect(signed({ base: -1, to: 0 }, [line])).toBe('batchDamaged');
    expect(signed({}, [])).toBe('batchDamaged');
    expect(signed({ base: 1, to: 2 }, [line])).toBe('batchDamaged');
    expect(signed({ scope: '../x' }, [line])).toBe('batchDamaged');
    expect(signed({}, [JSON.stringify({ seq: 1, ...change(1), more: 1 })])).toBe('batchDamaged');
    expect(signed({}, [`{"__proto__":{"a":1},${line.slice(1)}`])).toBe('batchDamaged');
    expect(signed({}, ['{"seq":1,"erased":true}'])).toBe('batchDamaged');
    expect(signed({}, ['['.repeat(500_000)])).toBe('batchDamaged');
    expect(signed({}, [JSON.stringify({ seq: 1, ...change(1), value: 'x'.repeat(5_000_000) })])).toBe('batchTooLarge');
    expect(
      signed(
        {},
        Array.from({ length: limits.batchLines + 1 }, (_, at) => JSON.stringify({ seq: at + 1, ...change(1) })),
      ),
    ).toBe('batchDamaged');
    expect(codeOf(() => readBatch(Buffer.alloc(9_000_000, '{'), Buffer.alloc(64), genuine))).toBe('batchTooLarge');
    expect(codeOf(() => unpackBatch({ ...encode([change(1)]), size: 10 }))).toBe('batchDamaged');
  });
});

describe('rule 22: lines are blanked, the batch still stands', () => {
  test('only the named lines are gone; their places say so', () => {
    const batch = encode([change(1), change(2, 'телефон 12345'), change(3)], 7);
    const blanked = { ...batch, ...blankLines(batch, new Set([9, 99])) };
    const { lines, erased } = readBatch(unpackBatch(blanked), batch.signature, genuine);
    expect(lines.map(({ seq }) => seq)).toEqual([8, 10]);
    expect(erased).toEqual([9]);
    expect(inflateRawSync(blanked.content).includes('телефон')).toBe(false);
    expect(blankLines(blanked, new Set([9])).sha256).toBe(blanked.sha256);
    const inAnotherPlace = unpackBatch(blanked).toString().replace('"seq":9,"erased"', '"seq":8,"erased"');
    expect(codeOf(() => readBatch(Buffer.from(inAnotherPlace), batch.signature, genuine))).toBe('batchAltered');
  });
});
