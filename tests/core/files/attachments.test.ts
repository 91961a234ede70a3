import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftovers, largestFile } from '../../../electron/core/files/attachments.ts';
import type { IncomingFile } from '../../../electron/core/files/tickets.ts';
import { makeCore, type TestCore } from '../../fixtures/core.ts';
import { makeGroup } from '../../fixtures/group.ts';
import { makeWorkspace, refusalCode, refusalOf, type TestWorkspace } from '../../fixtures/workspace.ts';

let made: TestWorkspace;
let core: TestCore;
let meetingId: string;

beforeEach(async () => {
  made = await makeWorkspace();
  core = makeCore(made);
  ({ id: meetingId } = await core.meetings.create({
    groupId: makeGroup(made).id,
    copyFrom: null,
    template: null,
    heldOn: '2026-03-12',
  }));
});
afterEach(() => made.remove());

const megabyte = 1024 * 1024;

/** Bytes that nobody holds in memory: each piece is made when it is asked for, and no two pieces are alike. */
function* madeUp(size: number, seed = 1, piece = 65_000): Generator<Buffer> {
  for (let at = 0, n = seed; at < size; at += piece, n += 1) {
    const bytes = Buffer.alloc(Math.min(piece, size - at), n % 251);
    bytes.writeUInt32LE(n, 0);
    yield bytes;
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are really held, garbage taken off. */
function memoryHeld(): number {
  // What the first round frees of memory outside the heap is counted off by the second.
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const fileOf = (name: string, open: () => Readable, size: number | null = null): IncomingFile => ({
  name,
  size,
  path: null,
  open,
});
const madeUpFile = (name: string, size: number, seed?: number) =>
  fileOf(name, () => Readable.from(madeUp(size, seed)), size);

const attach = (file: IncomingFile, ownerId = meetingId) =>
  core.meetings.attach({ ownerEntity: 'meeting', ownerId, ticket: core.core.tickets.accept(file) });

async function hashOf(bytes: AsyncIterable<unknown>): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of bytes) {
    hash.update(part as Buffer);
    size += (part as Buffer).length;
  }
  return { sha256: hash.digest('hex'), size };
}

async function handedOut(id: string) {
  const { ticket, name } = await core.meetings.material({ id });
  return { name, ...(await hashOf(core.core.tickets.outgoing(ticket).open())) };
}

const chunks = () => Number(made.workspace.sqlite.prepare('SELECT count(*) FROM attachment_chunk').pluck().get());
const materials = async () => (await core.meetings.get({ id: meetingId })).materials;

describe('attached files', () => {
  it('come out as they went in, in chunks of 1 MB, after a restart too', async () => {
    const size = 2 * megabyte + 321;
    const { id } = await attach(madeUpFile('папка/Звіт: остаточний?.pdf', size));
    expect(await materials()).toMatchObject([{ id, name: 'Звіт остаточний.pdf', mediaType: 'application/pdf', size }]);
    expect(chunks()).toBe(3);
    const expected = { name: 'Звіт остаточний.pdf', ...(await hashOf(Readable.from(madeUp(size)))) };
    expect(await handedOut(id)).toEqual(expected);
    await made.reopen();
    expect(await handedOut(id)).toEqual(expected);
  });

  it('of 30 MB go in and out with little memory, and other writes go on meanwhile', async () => {
    const size = 30 * megabyte;
    const before = memoryHeld();
    let most = 0;
    let others = 0;
    const watch = setInterval(() => (most = Math.max(most, memoryHeld() - before)), 250);
    const attaching = attach(madeUpFile('великий.zip', size));
    const writing = setInterval(() => {
      others += 1;
      void core.meetings.update({ id: meetingId, patch: { note: `запис ${others}` } });
    }, 10);
    const { id } = await attaching;
    clearInterval(writing);
    expect(await handedOut(id)).toMatchObject({ size, sha256: (await hashOf(Readable.from(madeUp(size)))).sha256 });
    clearInterval(watch);
    expect(others).toBeGreaterThan(5);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(8 * megabyte);
  });

  it('are stored once however often they are attached, even at the same moment', async () => {
    const same = () => madeUpFile('однаковий.bin', 3 * megabyte);
    const { id: itemId } = await core.meetings.addItem({ meetingId, title: 'Перше', at: null });
    const attached = await Promise.all([
      attach(same()),
      attach(same()),
      core.meetings.attach({ ownerEntity: 'agendaItem', ownerId: itemId, ticket: core.core.tickets.accept(same()) }),
    ]);
    expect(new Set(attached.map(({ id }) => id)).size).toBe(3);
    expect(chunks()).toBe(3);
    expect((await core.meetings.get({ id: meetingId })).itemRows[0]?.materials).toHaveLength(1);
    for (const { id } of attached) expect((await handedOut(id)).size).toBe(3 * megabyte);
  });

  it('come back by undo after they were taken away', async () => {
    const { id } = await attach(madeUpFile('а.bin', 1000));
    await core.meetings.detach({ id });
    expect(await materials()).toEqual([]);
    expect(await refusalCode(() => core.meetings.material({ id }))).toBe('notFound');
    clearLeftovers(made.workspace);
    made.workspace.ledger.undo(made.author);
    expect((await handedOut(id)).size).toBe(1000);
  });

  it('keep to the order in which they were attached', async () => {
    for (const [seed, name] of ['в.txt', 'а.txt', 'б.txt'].entries()) await attach(madeUpFile(name, 100, seed + 1));
    expect((await materials()).map(({ name }) => name)).toEqual(['в.txt', 'а.txt', 'б.txt']);
  });
});

describe('a file that cannot be attached', () => {
  it('is refused when it is larger than 100 MB, by its size or by what it turns out to be', async () => {
    expect(await refusalOf(() => attach(madeUpFile('кіно.mp4', largestFile + 1)))).toMatchObject({
      code: 'fileTooLarge',
      params: { name: 'кіно.mp4', most: 100 },
    });
    const endless = fileOf('потік.bin', () => Readable.from(madeUp(largestFile * 2, 1, 4 * megabyte)));
    expect(await refusalCode(() => attach(endless))).toBe('fileTooLarge');
    expect(chunks()).toBe(0);
  });

  it('is refused when it is empty, when its ticket is old, and when its owner is gone', async () => {
    expect(await refusalCode(() => attach(madeUpFile('порожній.txt', 0)))).toBe('fileEmpty');
    expect(
      await refusalCode(() => core.meetings.attach({ ownerEntity: 'meeting', ownerId: meetingId, ticket: 'старий' })),
    ).toBe('ticketExpired');
    expect(await refusalCode(() => attach(madeUpFile('а.txt', 10), 'nothing'))).toBe('notFound');
    expect(
      await refusalCode(() =>
        core.meetings.attach({
          ownerEntity: 'decision',
          ownerId: meetingId,
          ticket: core.core.tickets.accept(madeUpFile('а.txt', 10)),
        }),
      ),
    ).toBe('notFound');
  });

  it('leaves nothing behind when it changes while it is read, or its reading breaks off', async () => {
    let reading = 0;
    const changing = fileOf('лог.txt', () => Readable.from(madeUp(2 * megabyte, (reading += 1))));
    expect(await refusalCode(() => attach(changing))).toBe('fileChanged');
    expect(chunks()).toBe(0);

    reading = 0;
    const broken = fileOf('стик.bin', () => {
      reading += 1;
      const first = reading === 1;
      return Readable.from(
        (function* () {
          yield* madeUp(3 * megabyte);
          if (!first) throw new Error('the stick was pulled out');
        })(),
      );
    });
    await expect(attach(broken)).rejects.toThrow('the stick was pulled out');
    expect(chunks()).toBe(0);
    expect(await materials()).toEqual([]);
  });

  it('leaves chunks of a killed program to be cleared by the next one', async () => {
    const { id } = await attach(madeUpFile('добрий.bin', 2 * megabyte));
    const put = made.workspace.sqlite.prepare('INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, ?, ?)');
    put.run('a half-written content', 0, Buffer.alloc(100));
    const lost = await hashOf(Readable.from(madeUp(2 * megabyte, 9)));
    put.run(lost.sha256, 0, Buffer.alloc(megabyte));
    await attach(madeUpFile('знову.bin', 2 * megabyte, 9));
    expect(chunks()).toBe(4);
    expect((await handedOut(id)).size).toBe(2 * megabyte);
  });

  it('is told from one whose bytes have not arrived yet', async () => {
    const { id } = await attach(madeUpFile('чужий.bin', 2 * megabyte));
    made.workspace.sqlite.prepare('DELETE FROM attachment_chunk WHERE n = 1').run();
    expect(await refusalCode(() => core.meetings.material({ id }))).toBe('fileNotHere');
  });
});
