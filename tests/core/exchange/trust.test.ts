// Agency cards: what they hold, what they mean, and who is believed (issue: trust; rules 15 and 18).
import { afterEach, expect, it } from 'vitest';
import {
  importCard,
  isBelieved,
  keepIntroductions,
  listCards,
  lookAtCard,
  removeCard,
  revokeCard,
  signerOf,
  trustCard,
  trustedCard,
} from '../../../electron/core/exchange/trust/cards.ts';
import { readCard, renewalPart, writeCard } from '../../../electron/core/exchange/trust/cardText.ts';
import { makeKeys, ownCardText, readKeys, readOwnCard, renewKeys } from '../../../electron/core/exchange/trust/keys.ts';
import {
  listParticipants,
  scopesWith,
  setParticipants,
  sharedScopes,
} from '../../../electron/core/exchange/trust/participants.ts';
import { fingerprintOf, verifierWith } from '../../../electron/core/exchange/trust/signing.ts';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import { introduce, makeAgency, type TestAgency } from '../../fixtures/agency.ts';
import { refusalOf } from '../../fixtures/workspace.ts';

const made: TestAgency[] = [];
afterEach(() => {
  for (const each of made.splice(0)) each.remove();
});
const agency = async (name: string) => {
  const one = await makeAgency(name);
  made.push(one);
  return one;
};

it('makes keys once; the card tells the agency, its keys and a fingerprint of 30 digits', async () => {
  const a = await agency('Полтавська ОДА');
  const card = await readOwnCard(a.workspace);
  expect(card).toMatchObject({ agencyId: a.agencyId, name: 'Полтавська ОДА' });
  expect(card?.fingerprint).toMatch(/^\d{5}( \d{5}){5}$/);
  expect(card?.qr).toContain('<svg');
  await makeKeys(a.workspace, a.clock.now());
  expect((await readOwnCard(a.workspace))?.fingerprint).toBe(card?.fingerprint);
  const text = ownCardText(a.workspace);
  expect(readCard(text).fingerprint).toBe(card?.fingerprint);
  const { identities, sign } = readKeys(a.workspace);
  expect(text).not.toContain(identities[0]);
  const bytes = Buffer.from('…');
  expect(verifierWith(readCard(text).verify)(bytes, sign(bytes))).toBe(true);
});

it('rule 18: the fingerprint is the same for the same keys everywhere, and another for any other byte', () => {
  const card = { agencyId: 'a', recipient: `age1${'q'.repeat(58)}`, verify: `${'A'.repeat(43)}=` };
  expect(fingerprintOf(card)).toBe(fingerprintOf({ ...card }));
  expect(fingerprintOf(card)).toMatchInlineSnapshot(`"68123 86541 45782 45647 98610 11790"`);
  for (const other of [{ agencyId: 'b' }, { recipient: `age1${'q'.repeat(57)}p` }, { verify: `${'A'.repeat(42)}B=` }])
    expect(fingerprintOf({ ...card, ...other })).not.toBe(fingerprintOf(card));
});

it('private keys are in no record, no history and no card', async () => {
  const a = await agency('A');
  const { identities } = readKeys(a.workspace);
  const [value] = a.workspace.sqlite.prepare("SELECT value FROM local WHERE name = 'exchange.keys'").pluck().all();
  const secret = (JSON.parse(String(value)) as { pairs: { signing: { private: string } }[] }).pairs[0]?.signing.private;
  for (const table of ['change', 'setting', 'agency_card']) {
    const all = JSON.stringify(a.workspace.sqlite.prepare(`SELECT * FROM ${table}`).all());
    for (const each of [identities[0], secret]) expect(all).not.toContain(each);
  }
});

it('refuses what is no card, and a card of which anything was changed', async () => {
  const [a, b] = [await agency('A'), await agency('B')];
  const text = ownCardText(b.workspace);
  const card = JSON.parse(text) as Record<string, unknown>;
  const bad = [
    '',
    'x',
    '{}',
    '[]',
    'null',
    '9'.repeat(9_000),
    text.slice(0, -2),
    JSON.stringify({ ...card, name: 'C' }),
  ];
  bad.push(JSON.stringify({ ...card, agencyId: 'other' }), JSON.stringify({ ...card, more: 1 }));
  bad.push(text.replace('{', '{"__proto__":{"name":"C"},'));
  for (const each of bad) expect((await refusalOf(() => lookAtCard(a.workspace, each))).code).toBe('notACard');
  expect(listCards(a.workspace)).toEqual([]);
});

it('a card that came is not trusted before somebody has compared it, and says how', async () => {
  const [a, b] = [await agency('A'), await agency('Громада')];
  const text = `\n${ownCardText(b.workspace)}\r\n`;
  expect(lookAtCard(a.workspace, text)).toMatchObject({ meaning: 'new', known: null, card: { name: 'Громада' } });
  const id = importCard(a.workspace, a.author, text);
  expect(importCard(a.workspace, a.author, text)).toBe(id);
  expect(listCards(a.workspace)).toMatchObject([{ id, state: 'imported', checked: 'none' }]);
  const { fingerprint } = readKeys(b.workspace);
  expect(signerOf(a.workspace, fingerprint)?.state).toBe('imported');
  expect(trustedCard(a.workspace, b.agencyId)).toBeNull();
  const trust = (checked: 'none' | 'telephone') => () =>
    trustCard(a.workspace, a.author, { id, checked, note: '' }, a.clock.now());
  expect(await refusalOf(trust('none'))).toMatchObject({ code: 'required', field: 'checked' });
  trust('telephone')();
  expect(trustedCard(a.workspace, b.agencyId)).toMatchObject({ fingerprint, checked: 'telephone' });
  expect(lookAtCard(a.workspace, text).meaning).toBe('known');
  expect(a.workspace.ledger.undo(a.author).label).toBe('exchange.trustCard');
  expect(trustedCard(a.workspace, b.agencyId)).toBeNull();
});

it('our own card is not taken for a partner’s', async () => {
  const a = await agency('A');
  const text = ownCardText(a.workspace);
  expect(lookAtCard(a.workspace, text).meaning).toBe('own');
  expect((await refusalOf(() => importCard(a.workspace, a.author, text))).code).toBe('cardIsOwn');
});

it('renewed keys are signed by the old ones, need a comparison of their own, and leave the old ones readable', async () => {
  const [a, b] = [await agency('A'), await agency('B')];
  introduce(a, b);
  const old = readKeys(b.workspace);
  await renewKeys(b.workspace, b.clock.now());
  const fresh = readKeys(b.workspace);
  expect(fresh.fingerprint).not.toBe(old.fingerprint);
  expect(fresh.identities).toContain(old.identities[0]);
  expect(signerOf(b.workspace, old.fingerprint)?.state).toBe('givenUp');
  const text = ownCardText(b.workspace);
  expect(lookAtCard(a.workspace, text).meaning).toBe('renewed');
  const id = importCard(a.workspace, a.author, text);
  const stateOf = (fingerprint: string) => {
    const signer = signerOf(a.workspace, fingerprint);
    return signer && ([signer.state, isBelieved(signer)] as const);
  };
  expect(stateOf(fresh.fingerprint)).toEqual(['imported', false]);
  trustCard(a.workspace, a.author, { id, checked: 'inPerson', note: '' }, a.clock.now());
  expect(stateOf(fresh.fingerprint)).toEqual(['trusted', true]);
  expect(stateOf(old.fingerprint)).toEqual(['replaced', false]);
  expect(trustedCard(a.workspace, b.agencyId)?.fingerprint).toBe(fresh.fingerprint);
});

it('warns of other keys under a known agency’s name that the old keys have not signed', async () => {
  const [a, b, thief] = [await agency('A'), await agency('B'), await agency('B')];
  introduce(a, b);
  // The thief writes a card of his own keys under B's id: its own signature holds, nobody we trust has signed it.
  const { name, recipient, verify, madeAt } = readCard(ownCardText(thief.workspace));
  const text = writeCard(
    { agencyId: b.agencyId, name, recipient, verify, madeAt, renews: null },
    readKeys(thief.workspace).sign,
  );
  expect(lookAtCard(a.workspace, text)).toMatchObject({ meaning: 'other', known: { state: 'trusted' } });
  const before = trustedCard(a.workspace, b.agencyId);
  a.workspace.ledger.write(a.author, { label: 'exchange.merge' }, (w) =>
    expect(keepIntroductions(a.workspace, w, [text, 'no card', ownCardText(a.workspace)], 'B')).toEqual([]),
  );
  expect(trustedCard(a.workspace, b.agencyId)).toEqual(before);
});

it('a later card of our own agency is kept only where our keys have signed it, and never believed by itself', async () => {
  const [a, later, thief] = [await agency('A'), await agency('A'), await agency('A')];
  const ownCard = (of: typeof later, signsAnew: (bytes: Uint8Array) => Uint8Array) => {
    const { name, recipient, verify, madeAt } = readCard(ownCardText(of.workspace));
    const card = { agencyId: a.agencyId, name, recipient, verify, madeAt };
    const { fingerprint } = readKeys(a.workspace);
    const signature = Buffer.from(signsAnew(renewalPart(card))).toString('base64');
    return writeCard({ ...card, renews: { fingerprint, signature } }, readKeys(of.workspace).sign);
  };
  const text = ownCard(later, readKeys(a.workspace).sign);
  const forged = ownCard(thief, readKeys(thief.workspace).sign);
  expect([text, forged].map((each) => lookAtCard(a.workspace, each).meaning)).toEqual(['ownLater', 'other']);
  const { fingerprint } = readCard(text);
  const kept = a.workspace.ledger.write(a.author, { label: 'exchange.merge' }, (w) =>
    keepIntroductions(a.workspace, w, [text, forged, text], 'B'),
  );
  expect(kept.map((card) => card.fingerprint)).toEqual([fingerprint]);
  const stateOf = () => signerOf(a.workspace, fingerprint)?.state;
  expect(stateOf()).toBe('ownLater');
  const id = listCards(a.workspace)[0]?.id ?? '';
  trustCard(a.workspace, a.author, { id, checked: 'telephone', note: '' }, a.clock.now());
  expect(stateOf()).toBe('givenUp');
  expect(isBelieved({ state: 'givenUp' })).toBe(false);
  expect(trustedCard(a.workspace, a.agencyId)).toBeNull();
  revokeCard(a.workspace, a.author, { id, note: 'ноутбук викрадено' });
  expect(stateOf()).toBe('revoked');
});

it('a revoked card is believed no more and cannot be trusted again', async () => {
  const [a, b] = [await agency('A'), await agency('B')];
  introduce(a, b);
  const id = listCards(a.workspace)[0]?.id ?? '';
  expect((await refusalOf(() => revokeCard(a.workspace, a.author, { id, note: ' ' }))).field).toBe('note');
  revokeCard(a.workspace, a.author, { id, note: 'ноутбук викрадено' });
  const signer = signerOf(a.workspace, readKeys(b.workspace).fingerprint);
  expect(signer && isBelieved(signer)).toBe(false);
  const again = () => trustCard(a.workspace, a.author, { id, checked: 'telephone', note: '' }, 0);
  expect((await refusalOf(again)).code).toBe('cardRevoked');
});

it('cards inside packages are introductions, not trust', async () => {
  const [a, b, c] = [await agency('A'), await agency('B'), await agency('C')];
  introduce(a, b);
  const kept = a.workspace.ledger.write(a.author, { label: 'exchange.merge' }, (w) =>
    keepIntroductions(a.workspace, w, [ownCardText(b.workspace), ownCardText(c.workspace)], 'B'),
  );
  expect(kept.map(({ name }) => name)).toEqual(['C']);
  expect(listCards(a.workspace)).toMatchObject([
    { name: 'B', state: 'trusted' },
    { name: 'C', state: 'introduced', introducedBy: 'B' },
  ]);
  importCard(a.workspace, a.author, ownCardText(c.workspace));
  expect(listCards(a.workspace)[1]).toMatchObject({ name: 'C', state: 'imported' });
});

it('who takes part is set for each group, and forgetting an agency takes it out of all of them', async () => {
  const [a, b] = [await agency('A'), await agency('B')];
  introduce(a, b);
  const groupId = a.workspace.ledger.write(a.author, { label: 'directory.addGroup' }, (w) =>
    w.insert(workingGroup, { name: 'Рада' }),
  );
  const set = (agencyIds: string[]) => setParticipants(a.workspace, a.author, { groupId, agencyIds });
  expect((await refusalOf(() => set(['nobody']))).code).toBe('notFound');
  set([b.agencyId, b.agencyId]);
  set([b.agencyId, a.agencyId]);
  expect(listParticipants(a.workspace)).toEqual([
    { id: groupId, name: 'Рада', agencyIds: [a.agencyId, b.agencyId].toSorted() },
  ]);
  expect(scopesWith(a.workspace, b.agencyId)).toEqual([groupId]);
  set([b.agencyId]);
  expect(scopesWith(a.workspace, a.agencyId)).toEqual([]);
  expect(sharedScopes(a.workspace)).toEqual([groupId]);
  removeCard(a.workspace, a.author, listCards(a.workspace)[0]?.id ?? '');
  expect(sharedScopes(a.workspace)).toEqual([]);
  a.workspace.ledger.undo(a.author);
  expect(sharedScopes(a.workspace)).toEqual([groupId]);
});
