// Rule 22: a person's contact data erased for good, here and at a partner.
import { expect, it } from 'vitest';
import { attachment } from '../../electron/core/files/tables.ts';
import { project } from '../../electron/core/projects/tables.ts';
import { befriend, fileOf, pass, receive, send, type Agency } from '../fixtures/agencies.ts';
import { agenciesOfTest } from '../fixtures/agenciesOfTest.ts';

const { start } = agenciesOfTest();

const email = 'larysa.kovalenko@example.org';

/** Everything that the file says about anything, as text: rows, history, batches, waiting changes, the search index's words. */
async function everythingIn(agency: Agency): Promise<string> {
  const { sqlite } = agency.app.manager.current();
  const { unpackBatch } = await import('../../electron/core/exchange/sealing/batch.ts');
  const tables = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name <> 'batch'",
    )
    .pluck()
    .all();
  const rows = tables.map((table) => JSON.stringify(sqlite.prepare(`SELECT * FROM "${table}"`).all()));
  const words = sqlite.prepare<[], string>('SELECT form FROM search_word').pluck().all();
  const batches = sqlite
    .prepare<[], { content: Buffer; size: number }>('SELECT content, size FROM batch')
    .all()
    .map((batch) => unpackBatch(batch).toString('utf8'));
  return [...rows, ...words, ...batches].join('\n');
}

it('rule 22: the contact is gone from row, history, batches, files’ names and index, at the partner too, and nobody’s undo brings it back', async () => {
  const [a, b, c] = [await start('ОДА'), await start('Громада'), await start('Поліція')];
  await befriend(a, b, c);
  const { id: groupId } = await a.client.directory.addGroup({ name: 'Рада', language: 'uk' });
  const { id: personId } = await a.client.directory.addPerson({
    surname: 'Коваленко',
    givenName: 'Лариса',
    email,
    phone: '+380 50 111 22 33',
  });
  await a.client.directory.addMember({ groupId, personId, seatId: null, role: 'member', startsOn: null });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId, c.agencyId] });
  const early = await send(a, c);
  await pass(a, b);
  expect(await everythingIn(b)).toContain(email);
  await b.client.exchange.setParticipants({ groupId, agencyIds: [a.agencyId, c.agencyId] });

  const { backups } = await a.client.exchange.eraseContact({ personId, withName: false });
  expect(backups).toEqual((await a.client.workspace.backups()).map(({ ref, madeAt }) => ({ ref, madeAt })));
  expect((await a.client.workspace.undoState()).undo).toBe('exchange.setParticipants');
  expect(await everythingIn(a)).not.toMatch(/kovalenko@|111 22 33/);
  await pass(a, b);
  expect(await everythingIn(b)).not.toMatch(/kovalenko@|111 22 33/);
  expect((await b.client.directory.person({ id: personId })).surname).toBe('Коваленко');

  // Through the one that heard of it a third agency gets blanked lines that still verify; an old package of before brings nothing back.
  await receive(c, await send(b, c));
  expect(await everythingIn(c)).not.toMatch(/kovalenko@|111 22 33/);
  await c.client.exchange.setParticipants({ groupId, agencyIds: [a.agencyId, b.agencyId] });
  const late = await receive(c, early);
  expect(late.preview.troubles).toEqual([]);
  expect(await everythingIn(c)).not.toMatch(/kovalenko@|111 22 33/);
  expect(fileOf(c).length).toBeGreaterThan(0);
});

it('rule 22: a file’s name is gone too from what was sealed in a group that its record has left since', async () => {
  const [a, b] = [await start('ОДА'), await start('Громада')];
  await befriend(a, b);
  const [{ id: groupId }, { id: elsewhere }] = [
    await a.client.directory.addGroup({ name: 'Рада', language: 'uk' }),
    await a.client.directory.addGroup({ name: 'Інша рада', language: 'uk' }),
  ];
  const { id: personId } = await a.client.directory.addPerson({ surname: 'Коваленко', givenName: 'Лариса', email });
  await a.client.exchange.setParticipants({ groupId, agencyIds: [b.agencyId] });
  const { ledger } = a.app.manager.current();
  const author = { person: 'test', session: 'test' };
  const projectId = ledger.write(author, { label: 'test' }, (w) => {
    const id = w.insert(project, { groupId, title: 'Проєкт' });
    w.insert(attachment, { ownerEntity: 'project', ownerId: id, name: `Лист ${email}.pdf`, sha256: 'a'.repeat(64) });
    return id;
  });
  await send(a, b);
  ledger.write(author, { label: 'test' }, (w) => w.update(project, projectId, { groupId: elsewhere }));
  await send(a, b);
  expect(await everythingIn(a)).toContain(email);
  await a.client.exchange.eraseContact({ personId, withName: false });
  expect(await everythingIn(a)).not.toContain('kovalenko@');
});
