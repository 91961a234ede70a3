// Rule 16: a receipt is sealed for the one who sent, signed by the one who received, and bound to one package.
import { verify } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/core/canonicalJson.ts';
import {
  checkReceipt,
  decryptReceipt,
  sealReceipt,
  type ReceiptChecks,
  type ReceiptParts,
} from '../../../electron/core/exchange/package/receipt.ts';
import { readStrictJson } from '../../../electron/core/exchange/package/strictJson.ts';
import { createChance, spoilBytes } from '../../fixtures/fuzz/random.ts';
import { deviceId, groupId, makeAgency, makePackage, streamOf, type TestAgency } from '../../fixtures/packages.ts';

let sender: TestAgency;
let receiver: TestAgency;
let parts: ReceiptParts;
beforeAll(async () => {
  [sender, receiver] = await Promise.all([makeAgency(1), makeAgency(2)]);
  parts = {
    from: { agencyId: receiver.agencyId, fingerprint: receiver.fingerprint },
    to: { agencyId: sender.agencyId, fingerprint: sender.fingerprint },
    manifest: 'a'.repeat(64),
    incarnation: deviceId,
    have: { [deviceId]: { [groupId]: 3 } },
    wants: [],
    refused: [{ code: 'batchAltered', count: 2 }],
    at: '2026-11-22T06:30:00.000Z',
  };
});

const seal = (receipt: ReceiptParts) =>
  sealReceipt({ receipt, recipients: [sender.recipient], sign: (bytes) => receiver.sign(bytes) });

const open = async (file: Buffer, options: Partial<ReceiptChecks> & { identities?: string[] } = {}) =>
  checkReceipt(await decryptReceipt(() => streamOf(file), options.identities ?? [sender.identity]), {
    receiver: { agencyId: sender.agencyId, fingerprints: [sender.fingerprint] },
    verify: (_receipt, bytes, signature) => verify(null, bytes, receiver.publicKey, signature),
    ...options,
  });

/** A receipt of any text, as anybody with the card could make it. */
async function forge(text: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(sender.recipient);
  return Buffer.from(await encrypter.encrypt(text));
}

describe('rule 16: a receipt', () => {
  it('says to the sender what the receiver has', async () => {
    const receipt = await open(await seal(parts));
    expect(receipt).toMatchObject({ ...parts, viche: 'receipt/1' });
  });

  it('is for nobody else', async () => {
    const file = await seal(parts);
    await expect(open(file, { identities: [receiver.identity] })).rejects.toMatchObject({ code: 'receiptNotForUs' });
    const other = { agencyId: receiver.agencyId, fingerprints: [receiver.fingerprint] };
    await expect(open(file, { receiver: other })).rejects.toMatchObject({ code: 'receiptNotForUs' });
    const made = await makePackage({ from: receiver, to: sender });
    await expect(open(made.file)).rejects.toMatchObject({ code: 'receiptWrong' });
    await expect(open(Buffer.from('{"viche":"receipt/1"}'))).rejects.toMatchObject({ code: 'notAReceipt' });
  });

  it('counts only with the signature of the one who received, over all that it says', async () => {
    const receipt = await open(await seal(parts));
    const changed = [
      { ...receipt, have: { [deviceId]: { [groupId]: 4 } } },
      { ...receipt, manifest: 'b'.repeat(64) },
      { ...receipt, refused: [] },
      { ...receipt, signature: Buffer.alloc(64).toString('base64') },
    ];
    for (const text of changed.map((each) => canonicalJson(each)))
      await expect(open(await forge(text))).rejects.toMatchObject({ code: 'receiptSignatureWrong' });
  });

  it('is refused where it is not as the format says, or of a later one', async () => {
    const receipt = await open(await seal(parts));
    await expect(open(await forge(canonicalJson({ ...receipt, viche: 'receipt/2' })))).rejects.toMatchObject({
      code: 'receiptNewer',
      params: { version: 2 },
    });
    const text = canonicalJson(receipt);
    const wrong = [
      '',
      'null',
      '[]',
      canonicalJson({ ...receipt, more: 1 }),
      text.replace('"have":{', '"have":{"__proto__":{},'),
      text.replace(':3}', ':1e400}'),
      text.replace('"wants":[]', `"wants":${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ];
    for (const each of wrong) await expect(open(await forge(each))).rejects.toMatchObject({ code: 'receiptWrong' });
    await expect(open(Buffer.alloc(9_000_000))).rejects.toMatchObject({ code: 'notAReceipt' });
    await expect(open(await forge('x'.repeat(9_000_000)))).rejects.toMatchObject({ code: 'receiptTooLarge' });
  });

  it('spoiled anywhere is refused or the same', async () => {
    const file = await seal(parts);
    const chance = createChance(16);
    const codes = new Set<string>();
    for (let n = 0; n < 300; n++) {
      const code = await open(spoilBytes(chance, file)).then(
        (receipt) => (canonicalJson(receipt.have) === canonicalJson(parts.have) ? 'same' : 'another'),
        (error: unknown) => String(error),
      );
      codes.add(code);
    }
    expect([...codes].filter((code) => !/^(same|AppError: (notAReceipt|receipt\w+))$/.test(code))).toEqual([]);
    // The file is sealed anew each time, so which bytes are hit differs from run to run.
    expect(codes.size).toBeGreaterThan(1);
  });
});

describe('JSON from outside', () => {
  const read = (text: string | Buffer) => () => readStrictJson(Buffer.from(text));

  it('is read where it is plain', () => {
    expect(readStrictJson(Buffer.from('{"a":[1,null,"[[[{\\"{{{",true],"б":{"c":-1.5}}'))).toEqual({
      a: [1, null, '[[[{"{{{', true],
      б: { c: -1.5 },
    });
    expect(read(`${'['.repeat(32)}${']'.repeat(32)}`)).not.toThrow();
  });

  it.each([
    ['depth', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['depth', '{"a":'.repeat(1_000_000)],
    ['key', '{"a":[{"__proto__":1}]}'],
    ['key', '{"constructor":{"prototype":{}}}'],
    ['key', '{"\\u005f_proto__":1}'],
    ['number', '{"a":1e400}'],
    ['number', '[9007199254740993]'],
    ['text', '{"a":1,}'],
    ['text', '\ufeff{}'],
    ['text', Buffer.from([0x22, 0xff, 0x22])],
    ['text', ''],
  ])('is refused for its %s', (what, text) => {
    expect(read(text)).toThrow(expect.objectContaining({ code: 'jsonUnsafe', params: { what } }) as Error);
  });
});
