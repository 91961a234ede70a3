// Rule 16 between agencies in memory: what a receipt may change, whoever made it; and what a partner says of its files.
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { heedReceipt } from '../../../electron/core/exchange/receiving/receipts.ts';
import { filesOfScopes } from '../../../electron/core/exchange/sealing/outgoing.ts';
import { sealAll } from '../../../electron/core/exchange/sending/sendTasks.ts';
import { attachment } from '../../../electron/core/files/tables.ts';
import { createMeeting, group, hold, titles } from '../../fixtures/partyMeetings.ts';
import { mergeAt, packFor, passOn, trust } from '../../fixtures/parties.ts';
import { heardBy, receiptOf, refusalIn, send, signedBy } from '../../fixtures/partyMail.ts';

const { clock, pair, party, end } = createMeeting();
afterEach(end);

test('rule 16: a receipt that was changed, signed by another or for another package is refused, and nothing moves', async () => {
  const { a, b } = pair();
  const c = party('c');
  trust(a, c.keys);
  trust(c, a.keys);
  hold(a, 'Засідання');
  const parcel = await send(a, b.agencyId);
  const honest = parcel && receiptOf(b, parcel);
  if (!honest) throw new Error('nothing was sent');
  const before = heardBy(a);
  const far = { ...honest, have: { [a.ledger.device]: { [group]: 1_000 } } };
  const changed = Buffer.from(
    signedBy(b, honest).toString().replace('"refused":[]', '"refused":[{"code":"gap","count":1}]'),
  );
  const refusals = [
    changed,
    signedBy(c, far),
    signedBy(c, { ...far, from: { ...far.from, fingerprint: c.keys.fingerprint } }),
    signedBy(b, { ...far, manifest: 'f'.repeat(64) }),
    signedBy(c, { ...far, from: { agencyId: c.agencyId, fingerprint: c.keys.fingerprint } }),
  ].map((bytes) => refusalIn(() => heedReceipt(a, bytes, a.now())));
  expect(refusals).toEqual([
    'receiptSignatureWrong',
    'receiptSignatureWrong',
    'receiptSignatureWrong',
    'receiptUnknownPackage',
    'receiptUnknownPackage',
  ]);
  expect(heardBy(a)).toBe(before);
});

test('rule 16: a partner that says to have more than it has, a year ahead at that, gets all once it says the truth', async () => {
  const { a, b } = pair();
  hold(a, 'Засідання');
  const parcel = await send(a, b.agencyId);
  const honest = parcel && receiptOf(b, parcel);
  if (!honest) throw new Error('nothing was sent');
  const at = new Date(clock.time + 365 * 86_400_000).toISOString();
  heedReceipt(a, signedBy(b, { ...honest, have: { [a.ledger.device]: { [group]: 1_000 } }, at }), a.now());
  expect(packFor(a, b).batches).toEqual([]);
  clock.time += 1000;
  passOn(b, a);
  mergeAt(b, packFor(a, b));
  expect(titles(b)).toEqual(['Засідання']);
});

test('rule 14: a file is sent with the size that it has, whatever its record says', () => {
  const { a } = pair();
  const bytes = Buffer.from('зміст');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  a.sqlite.prepare('INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, 0, ?)').run(sha256, bytes);
  const ownerId = hold(a, 'Засідання');
  for (const size of [null, 0, 1_000_000])
    a.ledger.write(a.author, { label: 'test' }, (w) =>
      w.insert(attachment, { ownerEntity: 'meeting', ownerId, name: 'а.txt', sha256, size }),
    );
  sealAll(a);
  expect(filesOfScopes(a, [group])).toEqual([{ sha256, size: bytes.length }]);
});
