// Rule 1: a decision between two values settles the conflict wherever it comes to, and undo opens it again.
// Rule 8: of minutes that were signed twice apart a person says which are in force.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { workingGroup } from '../../../electron/core/directory/tables.ts';
import type { Writer } from '../../../electron/core/ledger/write.ts';
import { agendaItem, meeting, signature, speech } from '../../../electron/core/meetings/tables.ts';
import { deliver } from '../../fixtures/histories.ts';
import { everything, makeDevice, type Device } from '../../fixtures/ledger.ts';
import { unlisted } from '../../fixtures/unlisted.ts';

let time = 0;
let devices: Device[] = [];
let a: Device, b: Device, c: Device;
beforeEach(() => begin());

function begin() {
  time = Date.UTC(2026, 10, 22);
  devices = ['a', 'b', 'c'].map((name) => makeDevice(name, () => (time += 1000)));
  [a, b, c] = devices as [Device, Device, Device];
}

const write = <T>(device: Device, work: (w: Writer) => T): T =>
  device.ledger.write(device.author, { label: 'test' }, work);

/** What one has goes to the other, in an order that depends on `seed`. */
function send(from: Device, to: Device, seed = 1) {
  from.ledger.seal();
  deliver(to, from.ledger.sealed(), seed, 1 + (seed % 4));
}
const meet = (...those: Device[]) => {
  for (const from of those) for (const to of those) if (from !== to) send(from, to);
};

/** A meeting that all three have. */
function shared() {
  const made = write(a, (w) => {
    const groupId = w.insert(workingGroup, { name: 'Рада' });
    const id = w.insert(meeting, { groupId, title: 'Перше', place: 'зала' });
    const item = w.insert(agendaItem, { meetingId: id, title: 'Питання' });
    return { id, item, words: w.insert(speech, { itemId: item, text: 'один' }) };
  });
  meet(a, b, c);
  return made;
}

const placeAt = (device: Device): unknown => device.sqlite.prepare('SELECT place FROM meeting').pluck().get();
const openAt = ({ ledger }: Device) => ledger.conflicts.open().map(({ hlc }) => hlc);
const lostAt = (device: Device): string => openAt(device)[0] ?? '';

describe('rule 1: a decision between values that nobody knew of each other', () => {
  let id: string;
  const disagree = () => {
    ({ id } = shared());
    write(a, (w) => w.update(meeting, id, { place: 'велика' }));
    write(b, (w) => w.update(meeting, id, { place: 'мала' }));
    meet(a, b);
    // The third hears of all through the second.
    send(b, c);
    for (const device of devices) expect([placeAt(device), openAt(device).length]).toEqual(['мала', 1]);
  };
  const decide = (device: Device, take: boolean) => {
    const hlc = lostAt(device);
    write(device, (w) => w.decide(meeting, id, 'place', { take: take ? hlc : null, lost: [hlc] }));
  };

  test.each([
    ['the lost value', true, 'велика'],
    ['the one in force', false, 'мала'],
  ])('%s: nothing is left to decide here, at the partner and at the third', (_, take, stands) => {
    disagree();
    decide(a, take);
    meet(a, b);
    send(b, c, 3);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual([stands, []]);
  });

  test.each([true, false])('undo opens it again everywhere, redo settles it again (the lost one taken: %s)', (take) => {
    disagree();
    const lost = lostAt(b);
    decide(b, take);
    meet(b, a);
    b.ledger.undo(b.author);
    meet(b, a);
    send(a, c, 5);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['мала', [lost]]);
    b.ledger.redo(b.author);
    meet(b, a);
    send(a, c, 2);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual([take ? 'велика' : 'мала', []]);
    b.ledger.undo(b.author);
    meet(b, a, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['мала', [lost]]);
  });

  test('two who decide the same at once have no conflict, two who decide otherwise have one', () => {
    disagree();
    decide(a, true);
    decide(b, true);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['велика', []]);
    begin();
    disagree();
    decide(a, true);
    decide(b, false);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device).length]).toEqual(['мала', 1]);
    decide(c, true);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['велика', []]);
  });

  test('of three values at once one is chosen: one act, which one undo takes back', () => {
    ({ id } = shared());
    for (const [at, device] of devices.entries()) write(device, (w) => w.update(meeting, id, { place: `зала ${at}` }));
    meet(a, b, c);
    meet(a, b, c);
    const lost = openAt(a);
    expect([placeAt(a), lost.length]).toEqual(['зала 2', 2]);
    write(a, (w) => w.decide(meeting, id, 'place', { take: lost[0] ?? null, lost }));
    const chosen = placeAt(a);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual([chosen, []]);
    a.ledger.undo(a.author);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['зала 2', lost]);
  });

  test('an edit after it leaves it settled; undone after that edit was taken back, it is open again', () => {
    disagree();
    const lost = lostAt(a);
    decide(a, true);
    write(a, (w) => w.update(meeting, id, { place: 'третя' }));
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['третя', []]);
    a.ledger.undo(a.author);
    a.ledger.undo(a.author);
    meet(a, b, c);
    for (const device of devices) expect([placeAt(device), openAt(device)]).toEqual(['мала', [lost]]);
  });
});

describe('rule 8: minutes that were signed twice apart', () => {
  const sign = (device: Device, id: string) =>
    write(device, (w) => {
      w.update(meeting, id, { status: 'signed' });
      return w.insert(signature, { meetingId: id, covers: JSON.stringify(w.cover(id)) });
    });
  const textAt = ({ sqlite }: Device, id: string): unknown =>
    sqlite.prepare('SELECT text FROM speech WHERE id = ? AND removed = 0').pluck().get(id);
  const signedAt = ({ sqlite }: Device, id: string): string[] =>
    sqlite.prepare<[string], string>('SELECT id FROM signature WHERE meetingId = ? ORDER BY id').pluck().all(id);
  const ruleFor = (device: Device, id: string, rulingId: string | null) =>
    write(device, (w) => w.update(meeting, id, { rulingId, ruledOver: signedAt(device, id).join(' ') }));

  /** Both signed other words, and each a speech that the other never saw. */
  const signApart = () => {
    const made = shared();
    write(a, (w) => {
      w.update(speech, made.words, { text: 'так' });
      w.insert(speech, { id: 'first', itemId: made.item, text: 'лише в першому' });
    });
    const first = sign(a, made.id);
    time += 60_000;
    write(b, (w) => {
      w.update(speech, made.words, { text: 'інакше' });
      w.insert(speech, { id: 'second', itemId: made.item, text: 'лише в другому' });
    });
    const second = sign(b, made.id);
    meet(a, b, c);
    return { ...made, first, second };
  };
  const saidAt = (device: Device, words: string) => [words, 'first', 'second'].map((each) => textAt(device, each));
  const inFirst = ['так', 'лише в першому', undefined];
  const inSecond = ['інакше', undefined, 'лише в другому'];

  test('a decision makes the chosen one rule everywhere, undo and another decision change it again', () => {
    const { id, words, second, first } = signApart();
    for (const device of devices) expect(saidAt(device, words)).toEqual(inFirst);
    ruleFor(b, id, second);
    expect(saidAt(b, words)).toEqual(inSecond);
    meet(b, a);
    send(a, c, 3);
    for (const device of devices) expect(saidAt(device, words)).toEqual(inSecond);
    b.ledger.undo(b.author);
    expect(saidAt(b, words)).toEqual(inFirst);
    b.ledger.redo(b.author);
    meet(a, b, c);
    for (const device of devices) expect(saidAt(device, words)).toEqual(inSecond);
    time += 60_000;
    ruleFor(c, id, first);
    meet(a, b, c);
    for (const device of devices) {
      expect(saidAt(device, words)).toEqual(inFirst);
      expect(everything(device)).toEqual(everything(a));
      expect(device.sqlite.prepare('SELECT count(*) FROM signature WHERE removed = 0').pluck().get()).toBe(2);
    }
  });

  const rowsAt = (device: Device) => new Set(device.ledger.conflicts.open().map(({ row }) => row));

  test('a decision between them settles all that they displaced of each other, everywhere; undo opens it again', () => {
    const { id, words, second, first } = signApart();
    // That both say «signed» is nothing to decide.
    for (const device of devices) expect(rowsAt(device)).toEqual(new Set([words, 'second']));
    ruleFor(a, id, second);
    meet(a, b);
    send(b, c, 3);
    for (const device of devices) expect(openAt(device)).toEqual([]);
    a.ledger.undo(a.author);
    meet(a, b);
    send(b, c, 2);
    for (const device of devices) expect(rowsAt(device)).toEqual(new Set([words, 'second']));
    a.ledger.redo(a.author);
    meet(a, b, c);
    for (const device of devices) expect(openAt(device)).toEqual([]);
    // Decided otherwise, by another: still nothing to decide one by one.
    ruleFor(c, id, first);
    meet(a, b, c);
    for (const device of devices) expect([saidAt(device, words), openAt(device)]).toEqual([inFirst, []]);
  });

  test('a decision that does not say between which leaves what the chosen one displaces on the list', () => {
    const { id, words, second } = signApart();
    write(a, (w) => w.update(meeting, id, { rulingId: second, ruledOver: '' }));
    expect(rowsAt(a)).toEqual(new Set([words, 'first']));
    // The same again, now for both: only what the decision was between is different.
    ruleFor(a, id, second);
    expect(openAt(a)).toEqual([]);
    meet(a, b, c);
    for (const device of devices) expect(openAt(device)).toEqual([]);
    a.ledger.undo(a.author);
    meet(a, b, c);
    for (const device of devices) expect(rowsAt(device)).toEqual(new Set([words, 'first']));
  });

  test('what neither of the signed minutes knows, and what no minutes say, stays to be decided', () => {
    const { id, item, words } = shared();
    // The third wrote something that neither had when they signed.
    write(c, (w) => {
      w.update(speech, words, { text: 'третє' });
      w.insert(speech, { id: 'third', itemId: item, text: 'лише в третього' });
    });
    write(a, (w) => {
      w.update(speech, words, { text: 'так' });
      w.update(agendaItem, item, { note: 'для нас' });
    });
    sign(a, id);
    time += 60_000;
    write(b, (w) => {
      w.update(speech, words, { text: 'інакше' });
      w.update(agendaItem, item, { note: 'для себе' });
    });
    const second = sign(b, id);
    meet(a, b, c);
    meet(a, b, c);
    const textsAt = ({ sqlite, ledger }: Device): string[] => {
      const value = sqlite.prepare<[string, string, string, string], string>(
        'SELECT value FROM change WHERE entity = ? AND row = ? AND field = ? AND hlc = ?',
      );
      return ledger.conflicts
        .open()
        .filter(({ field }) => field === 'text' || field === 'note')
        .map(({ entity, row, field, hlc }) => value.pluck().get(entity, row, field, hlc) ?? '')
        .toSorted();
    };
    const left = ['"для себе"', '"лише в третього"', '"третє"'];
    for (const device of devices) expect(textsAt(device)).toEqual([...left, '"інакше"'].toSorted());
    ruleFor(b, id, second);
    meet(a, b, c);
    for (const device of devices) {
      expect(textsAt(device)).toEqual(['"для нас"', ...left.slice(1)].toSorted());
      expect(unlisted(device)).toEqual([]);
    }
  });

  test('a record that one had taken away before signing stays as the chosen minutes print it, without a question', () => {
    const { id, words } = shared();
    write(a, (w) => w.remove(speech, words));
    const first = sign(a, id);
    time += 60_000;
    write(b, (w) => w.update(speech, words, { text: 'інакше' }));
    const second = sign(b, id);
    meet(a, b, c);
    ruleFor(b, id, second);
    meet(a, b, c);
    for (const device of devices) expect([textAt(device, words), openAt(device)]).toEqual(['інакше', []]);
    ruleFor(c, id, first);
    meet(a, b, c);
    for (const device of devices) expect([textAt(device, words), openAt(device)]).toEqual([undefined, []]);
  });

  test('a signature that comes after the decision is undecided: what it displaces, and is displaced of it, is listed', () => {
    const { id, words } = shared();
    const [, second] = [a, b].map((device, at) => {
      write(device, (w) => w.update(speech, words, { text: `слово ${at}` }));
      time += 60_000;
      return sign(device, id);
    });
    write(c, (w) => w.update(speech, words, { text: 'слово третього' }));
    sign(c, id);
    meet(a, b);
    ruleFor(a, id, second ?? null);
    expect(openAt(a)).toEqual([]);
    meet(a, b, c);
    meet(a, b, c);
    for (const device of devices)
      expect(device.ledger.conflicts.open().map(({ row, kind }) => [row, kind])).toEqual([[words, 'displaced']]);
    // The ruling signature is the same; only what the decision was between is more.
    ruleFor(b, id, second ?? null);
    meet(a, b, c);
    for (const device of devices) expect([textAt(device, words), openAt(device)]).toEqual(['слово 1', []]);
    b.ledger.undo(b.author);
    meet(a, b, c);
    for (const device of devices) expect(rowsAt(device)).toEqual(new Set([words]));
  });

  test('two who decide otherwise at once: the last decision stands everywhere, the other is listed', () => {
    const { id, words, first, second } = signApart();
    ruleFor(a, id, second);
    ruleFor(b, id, first);
    meet(a, b, c);
    for (const device of devices) {
      expect(saidAt(device, words)).toEqual(inFirst);
      const [found, ...more] = device.ledger.conflicts.open().filter(({ field }) => field === 'ruling');
      expect(found).toMatchObject({ entity: 'meeting', row: id, kind: 'concurrent' });
      expect(more).toEqual([]);
    }
    const lost = a.ledger.conflicts.open().find(({ field }) => field === 'ruling')?.hlc ?? '';
    write(c, (w) => w.decide(meeting, id, 'ruling', { take: lost, lost: [lost] }));
    meet(a, b, c);
    for (const device of devices) {
      expect(saidAt(device, words)).toEqual(inSecond);
      expect(device.ledger.conflicts.open().filter(({ field }) => field === 'ruling')).toEqual([]);
    }
  });

  test('a decision for something that is no signature of the meeting leaves the first one in force', () => {
    const { id, words } = signApart();
    ruleFor(a, id, 'nobody');
    meet(a, b, c);
    for (const device of devices) expect(saidAt(device, words)).toEqual(inFirst);
  });

  test('whatever is signed, decided, edited and undone, in whatever order it arrives, all end with the same', () => {
    const step = fc.record({
      device: fc.nat(2),
      kind: fc.constantFrom('edit', 'add', 'sign', 'decide', 'undo', 'redo', 'settle', 'send', 'send'),
      n: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 6, maxLength: 40 }), fc.nat(1000), (steps, seed) => {
        begin();
        const { id, item, words } = shared();
        for (const { device: at, kind, n } of steps) {
          const device = devices[at] ?? a;
          const signatures = device.sqlite.prepare<[], string>('SELECT id FROM signature ORDER BY id').pluck().all();
          const [conflict] = device.ledger.conflicts.open().filter((each) => each.kind === 'concurrent');
          const acts: Record<typeof kind, () => void> = {
            edit: () => write(device, (w) => w.update(speech, words, { text: `слово ${n}` })),
            add: () => void write(device, (w) => w.insert(speech, { itemId: item, text: `виступ ${n}` })),
            sign: () => (device.ledger.isSigned(id) ? undefined : void sign(device, id)),
            decide: () => ruleFor(device, id, signatures[n % Math.max(signatures.length, 1)] ?? null),
            undo: () => void device.ledger.undo(device.author),
            redo: () => void device.ledger.redo(device.author),
            settle: () =>
              conflict &&
              write(device, (w) =>
                w.decide(device.ledger.registry.tableOf(conflict.entity), conflict.row, conflict.field, {
                  take: n % 2 === 0 ? conflict.hlc : null,
                  lost: [conflict.hlc],
                }),
              ),
            send: () => send(device, devices[(at + 1 + (n % 2)) % 3] ?? a, n),
          };
          try {
            acts[kind]();
          } catch (error) {
            // Signed, or nothing to take back.
            if (!(error instanceof AppError)) throw error;
          }
        }
        for (const device of devices) device.ledger.seal();
        const all = devices.map(({ ledger }) => ledger.sealed());
        for (const [at, device] of devices.entries())
          for (const [from, changes] of all.entries())
            if (from !== at) deliver(device, changes, seed + from, 1 + ((seed + at) % 5));
        const listed = ({ ledger }: Device) =>
          ledger.conflicts
            .open()
            .map(({ row, field, hlc }) => `${row} ${field} ${hlc}`)
            .toSorted();
        for (const device of devices) {
          expect(everything(device)).toEqual(everything(a));
          expect(listed(device)).toEqual(listed(a));
          expect(unlisted(device)).toEqual([]);
        }
        for (const device of devices) device.sqlite.close();
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 100) },
    );
  }, 300_000);
});
