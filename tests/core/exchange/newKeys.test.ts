// Rules 11, 13 and 15 when an agency has new keys: its history goes on under them, and whoever has the old ones adds nothing.
import { afterEach, describe, expect, test } from 'vitest';
import { listHeld } from '../../../electron/core/exchange/receiving/held.ts';
import { blankLines, readBatch, readHeader, unpackBatch } from '../../../electron/core/exchange/sealing/batch.ts';
import { batchBytes, streamEnd } from '../../../electron/core/exchange/sealing/store.ts';
import { agencyCard } from '../../../electron/core/exchange/tables.ts';
import { verifierWith } from '../../../electron/core/exchange/trust/signing.ts';
import {
  batchOf,
  keysOfParty,
  mergeAt,
  mergeHeldAt,
  openCopy,
  packFor,
  passOn,
  stampOf,
  takeKeys,
  trust,
  trustAll,
  type Party,
  type PartyKeys,
} from '../../fixtures/parties.ts';
import {
  count,
  createMeeting,
  group,
  hold,
  kinds,
  makeGroup,
  titles,
  withBatches,
} from '../../fixtures/partyMeetings.ts';
import { everything } from '../../fixtures/ledger.ts';

const { pair, party, star, end } = createMeeting();
afterEach(end);

const setCard = (by: Party, { fingerprint }: PartyKeys, state: 'replaced' | 'revoked' | 'trusted') => {
  const id = by.sqlite
    .prepare<[string], string>('SELECT id FROM agency_card WHERE fingerprint = ?')
    .pluck()
    .get(fingerprint);
  by.ledger.write(by.author, { label: 'test' }, (w) => w.update(agencyCard, id ?? '', { state }));
};

/** An agency renews its keys, the old ones having signed the new card: partners compare it and trust it. */
function renew(of: Party, ...partners: Party[]) {
  const old = of.keys;
  const fresh = keysOfParty(of.agencyId, 1);
  takeKeys(of, fresh, [old]);
  for (const each of partners) {
    setCard(each, old, 'replaced');
    trust(each, fresh);
  }
  return { old, fresh };
}

/** The laptop was stolen: a partner has revoked the old card, met the agency in person, and trusts the new one. */
function revokeAndMeet(of: Party, ...partners: Party[]) {
  const old = of.keys;
  const fresh = keysOfParty(of.agencyId, 1);
  takeKeys(of, fresh, [old]);
  for (const each of partners) {
    setCard(each, old, 'revoked');
    trust(each, fresh);
  }
  return { old, fresh };
}

const signersOf = (reader: Party, origin: string): string[] =>
  reader.sqlite
    .prepare<[string], string>('SELECT DISTINCT signer FROM batch WHERE origin = ? ORDER BY signer')
    .pluck()
    .all(origin);

/** What somebody who has only the keys signs, in the agency’s name. */
const forgedBy = (of: Party, keys: PartyKeys, how: { device?: string; base?: number } = {}) =>
  batchOf(of, group, [{ hlc: stampOf(of, 5), entity: 'meeting', row: 'x', field: 'groupId', value: group }], {
    keys,
    ...how,
  });

describe.each([
  ['renewed', renew],
  ['revoked', revokeAndMeet],
])('keys that were %s', (_, giveUp) => {
  test('rule 13: what was sealed under the old key and never arrived comes signed anew, and takes the place of what is held', () => {
    const { a, b } = pair();
    hold(a, 'Перше');
    passOn(a, b);
    hold(a, 'Друге');
    const lost = packFor(a, b);
    const { fresh } = giveUp(a, b);
    expect(kinds(mergeAt(b, lost))).toEqual(['known', expect.stringMatching(/^held: (revoked|givenUp)$/)]);
    expect(titles(b)).toEqual(['Перше']);
    hold(a, 'Третє');
    passOn(b, a);
    expect(kinds(passOn(a, b))).toEqual(['merged', 'merged']);
    expect(titles(b)).toEqual(['Друге', 'Перше', 'Третє']);
    expect(listHeld(b)).toEqual([]);
    expect(streamEnd(b, a.ledger.device, group)).toBe(streamEnd(a, a.ledger.device, group));
    expect(signersOf(a, a.agencyId)).toEqual([fresh.fingerprint]);
    expect(everything(b)['meeting']).toEqual(everything(a)['meeting']);
    // Late and doubled, the old one changes nothing.
    const before = everything(b);
    expect(kinds(mergeAt(b, lost))).toEqual(['known', 'known']);
    expect(everything(b)).toEqual(before);
  });

  test('rule 11: a batch that is signed anew is no fork; its numbers, clocks and lines are the same, its signature holds', () => {
    const { a, b } = pair();
    hold(a, 'Перше');
    passOn(a, b);
    const read = () =>
      a.sqlite
        .prepare<[string], number>('SELECT n FROM batch WHERE origin = ? ORDER BY n')
        .pluck()
        .all(a.agencyId)
        .map((n) => {
          const bytes = batchBytes(a, n);
          const verify = verifierWith(a.keys.signing.public);
          return readBatch(unpackBatch(bytes), bytes.signature, (__, first, signature) => verify(first, signature));
        });
    const before = read();
    const { fresh } = giveUp(a, b);
    const again = packFor(a, b, { full: true });
    const after = read();
    expect(after.map(({ lines }) => lines)).toEqual(before.map(({ lines }) => lines));
    expect(after.map(({ header }) => header)).toEqual(
      before.map(({ header }) => ({ ...header, signer: fresh.fingerprint })),
    );
    const outcome = mergeAt(b, again);
    expect(new Set(kinds(outcome))).toEqual(new Set(['known']));
    expect(outcome.troubles).toEqual([]);
  });

  test('rule 15: what somebody signs with the old keys afterwards stays held, and cannot block what the agency signs', () => {
    const { a, b } = pair();
    hold(a, 'Справжнє');
    passOn(a, b);
    const { old } = giveUp(a, b);
    hold(a, 'Наступне');
    const next = streamEnd(b, a.ledger.device, group);
    const forged = [forgedBy(a, old, { base: next }), forgedBy(a, old, { base: 0, device: 'e'.repeat(16) })];
    const fates = kinds(mergeAt(b, withBatches(a, b, forged)));
    expect(fates.every((fate) => /^held: (revoked|givenUp)$/.test(fate))).toBe(true);
    expect(mergeHeldAt(b)).toEqual({ batches: 0, changes: 0 });
    passOn(b, a);
    expect(kinds(passOn(a, b))).toEqual(['merged']);
    expect(titles(b)).toEqual(['Наступне', 'Справжнє']);
    // The one whose numbers the agency has used itself is gone, the other is kept and named.
    expect(listHeld(b)).toMatchObject([{ origin: a.agencyId, reason: expect.stringMatching(/^revoked|givenUp$/) }]);
    expect(mergeHeldAt(b)).toEqual({ batches: 0, changes: 0 });
    expect(b.sqlite.prepare("SELECT 1 FROM change WHERE row = 'x'").get()).toBeUndefined();
  });

  test('rules 9 and 15: what a restored backup lacks and our earlier keys have signed is taken back by a person', () => {
    const { a, o, b } = star();
    const backup = o.sqlite.serialize();
    hold(o, 'Після копії');
    passOn(o, a);
    const restored = openCopy(o, backup, '7');
    giveUp(restored, a, b);
    passOn(restored, a);
    expect(kinds(passOn(a, restored))).toContain('held: ownEarlier');
    // Whoever stole the keys could have signed it as well: nothing of it is believed by itself.
    expect(mergeHeldAt(restored)).toEqual({ batches: 0, changes: 0 });
    expect(titles(restored)).toEqual([]);
    expect(mergeHeldAt(restored, true).batches).toBe(1);
    expect(titles(restored)).toEqual(['Після копії']);
    expect(listHeld(restored)).toEqual([]);
    // From then on it is signed with the keys of today, and those may believe it who never had it.
    expect(kinds(passOn(restored, b))).not.toContain('held: givenUp');
    expect(titles(b)).toEqual(['Після копії']);
    restored.sqlite.close();
  });

  test('rule 15: nor does it become ours by coming back to us', () => {
    const { a, b } = pair();
    hold(a, 'Справжнє');
    passOn(a, b);
    const { old } = giveUp(a, b);
    const forged = forgedBy(a, old, { base: 0, device: 'e'.repeat(16) });
    expect(kinds(mergeAt(a, withBatches(b, a, [forged])))).toEqual(['held: ownEarlier']);
    expect(mergeHeldAt(a)).toEqual({ batches: 0, changes: 0 });
    packFor(a, b);
    expect(a.sqlite.prepare("SELECT signer FROM batch WHERE state = 'held'").pluck().all()).toEqual([old.fingerprint]);
    expect(packFor(a, b, { full: true }).batches.every(({ file }) => readHeader(file).device !== 'e'.repeat(16))).toBe(
      true,
    );
  });

  test('rule 13: a third that passes us on asks for our history again, and a newcomer who never knew the old key gets it', () => {
    const { a, o, b } = star();
    hold(a, 'До зміни ключів');
    passOn(a, o);
    trust(b, keysOfParty(a.agencyId, 1));
    expect(kinds(passOn(o, b))).toContain('held: unknownSigner');
    passOn(o, a);
    const { fresh } = giveUp(a, o);
    // With the old signature it still goes on, and still is not believed.
    passOn(b, o);
    expect(kinds(passOn(o, b))).toContain('held: unknownSigner');
    const asked = packFor(o, a);
    expect(asked.manifest.have[a.ledger.device]?.[group]).toBe(0);
    mergeAt(a, asked);
    expect(new Set(kinds(passOn(a, o)))).toEqual(new Set(['known']));
    expect(signersOf(o, a.agencyId)).toEqual([fresh.fingerprint]);
    expect(packFor(o, a).manifest.have[a.ledger.device]?.[group]).toBe(streamEnd(a, a.ledger.device, group));
    passOn(b, o);
    expect(kinds(passOn(o, b))).toContain('merged');
    expect(titles(b)).toEqual(['До зміни ключів']);
    expect(listHeld(b)).toEqual([]);
  });
});

test('who passes nothing on does not ask for what it has', () => {
  const { a, b } = pair();
  hold(a, 'Перше');
  passOn(a, b);
  const reach = streamEnd(a, a.ledger.device, group);
  renew(a, b);
  expect(packFor(b, a).manifest.have[a.ledger.device]?.[group]).toBe(reach);
  mergeAt(a, packFor(b, a));
  expect(packFor(a, b).batches).toEqual([]);
});

test('rule 22: what a third has blanked stays blank under the new signature, and the signature holds', () => {
  const { a, o } = star();
  hold(a, 'Перше');
  passOn(a, o);
  const n = o.sqlite
    .prepare<[string], number>('SELECT n FROM batch WHERE origin = ? ORDER BY n DESC')
    .pluck()
    .get(a.agencyId);
  if (n === undefined) throw new Error('nothing came');
  const first = readHeader(unpackBatch(batchBytes(o, n))).base + 1;
  o.sqlite
    .prepare('UPDATE batch SET content = @content, sha256 = @sha256, crc = @crc, size = @size WHERE n = @n')
    .run({ n, ...blankLines(batchBytes(o, n), new Set([first])) });
  const { fresh } = renew(a, o);
  mergeAt(a, packFor(o, a));
  passOn(a, o);
  const kept = batchBytes(o, n);
  const verify = verifierWith(fresh.signing.public);
  const { erased, header } = readBatch(unpackBatch(kept), kept.signature, (_, bytes, signature) =>
    verify(bytes, signature),
  );
  expect(erased).toEqual([first]);
  expect(header.signer).toBe(fresh.fingerprint);
});

test('a wrong signature under a believed signer’s name does not take the place of a good one', () => {
  const { a, o } = star();
  hold(a, 'Перше');
  passOn(a, o);
  const { old } = renew(a, o);
  const sent = packFor(a, o, { full: true });
  const spoiled = { ...sent, batches: sent.batches.map((each) => ({ ...each, signature: Buffer.alloc(64, 7) })) };
  expect(new Set(kinds(mergeAt(o, spoiled)))).toEqual(new Set(['known']));
  expect(signersOf(o, a.agencyId)).toEqual([old.fingerprint]);
});

test('the keys renewed twice, before and after partners met: everything is under the newest', () => {
  const [a, b] = [party('a'), party('b')];
  trustAll([a, b]);
  makeGroup(a, [b.agencyId]);
  hold(a, 'Перше');
  packFor(a, b);
  const first = a.keys;
  takeKeys(a, keysOfParty(a.agencyId, 1), [first]);
  hold(a, 'Друге');
  packFor(a, b);
  const last = keysOfParty(a.agencyId, 2);
  takeKeys(a, last, [a.keys, first]);
  setCard(b, first, 'revoked');
  trust(b, last);
  passOn(a, b);
  expect(titles(b)).toEqual(['Друге', 'Перше']);
  expect(signersOf(b, a.agencyId)).toEqual([last.fingerprint]);
  expect(count(b, "batch WHERE state = 'held'")).toBe(0);
});
